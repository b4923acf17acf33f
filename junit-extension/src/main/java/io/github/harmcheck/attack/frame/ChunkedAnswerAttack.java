package io.github.harmcheck.attack.frame;

/**
 * Asks for the answer in pieces over several turns, each of which seems small. After PyRIT's chunked request (Munoz
 * et al. 2024, arXiv 2410.02828). Variants are the templates in {@code chunked-answer.txt}.
 *
 * @since 0.1.0
 */
public final class ChunkedAnswerAttack extends FrameAttack {

    /** For the service loader. */
    public ChunkedAnswerAttack() {
        super(
                "chunked-answer",
                "Chunked request",
                "Asks for the answer in pieces over several turns, each of which seems small",
                "PyRIT chunked request, Lopez Munoz et al. 2024, arXiv 2410.02828");
    }
}
