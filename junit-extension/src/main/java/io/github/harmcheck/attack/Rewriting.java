package io.github.harmcheck.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One way to rewrite a request into what the user says, and to read the reply to it. Rewritings compose: what one made,
 * another can wrap.
 *
 * @param variant the id of the variant
 * @param turns how many turns of the user it makes, known before any text is made
 * @param rewrite makes the turns from the request; thread-safe, the same result every time
 * @param replyDecoder what {@link Attempt#replyDecoder} returns
 * @since 0.1.0
 */
public record Rewriting(
        String variant, int turns, Function<String, List<String>> rewrite, UnaryOperator<String> replyDecoder) {

    public Rewriting {
        if (turns < 1) {
            throw new IllegalArgumentException("a rewriting makes at least one turn, and not " + turns);
        }
    }

    /** Creates a rewriting into one turn. */
    public static Rewriting of(String variant, UnaryOperator<String> rewrite, UnaryOperator<String> replyDecoder) {
        return new Rewriting(variant, 1, request -> List.of(rewrite.apply(request)), replyDecoder);
    }

    /** Creates a rewriting into one turn whose reply is read as it is. */
    public static Rewriting of(String variant, UnaryOperator<String> rewrite) {
        return of(variant, rewrite, UnaryOperator.identity());
    }

    /**
     * Returns this rewriting around another: the inner one rewrites the request, this one rewrites each turn that came
     * out. The reply is read the other way round, what was put around last is taken off first. The variant is
     * {@code outer+inner}.
     */
    public Rewriting around(Rewriting inner) {
        return new Rewriting(
                variant + '+' + inner.variant,
                turns * inner.turns,
                request -> {
                    List<String> all = new ArrayList<>(turns * inner.turns);
                    inner.rewrite.apply(request).forEach(turn -> all.addAll(rewrite.apply(turn)));
                    return all;
                },
                reply -> inner.replyDecoder.apply(replyDecoder.apply(reply)));
    }
}
