package io.github.harmcheck.judge;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.llm.TextGenerator.Generation;
import io.github.harmcheck.llm.TextGenerator.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a judge asks its model: at temperature 0, with a JSON Schema, and once more where the answer cannot be read. A
 * model that declines to judge, or that its own filter stops, is not asked again: it would only do so once more.
 *
 * @param schema JSON Schema of the answer
 * @param repair what to say to an answer that cannot be read
 * @param reader reads an answer
 */
record Inquiry<A>(String schema, String repair, Function<String, Optional<A>> reader) {

    /** The question, and one try to repair the answer. */
    static final int MOST_CALLS = 2;

    private static final int MOST_TOKENS = 1_000;

    /** Reads the schema and the repair text of a judge from the resources {@code NAME-schema.json} and {@code -repair.txt}. */
    static <A> Inquiry<A> load(String name, Function<String, Optional<A>> reader) {
        return new Inquiry<>(
                JudgePrompt.read(name + "-schema.json").strip(),
                JudgePrompt.load(name + "-repair.txt").template(),
                reader);
    }

    /**
     * What came of it.
     *
     * @param answer what the model answered, or nothing
     * @param obstacle why there is no answer; empty where there is one
     * @param usage what the calls cost
     */
    record Answered<A>(Optional<A> answer, String obstacle, Usage usage) {}

    Answered<A> ask(TextGenerator generator, String prompt) throws Exception {
        Message question = Message.user(prompt);
        Generation first = generate(generator, List.of(question));
        Optional<A> answer = read(first);
        if (answer.isPresent()) {
            return new Answered<>(answer, "", first.usage());
        }
        Optional<String> obstacle = obstacle(first);
        if (obstacle.isPresent()) {
            return new Answered<>(answer, obstacle.get(), first.usage());
        }
        Generation second =
                generate(generator, List.of(question, Message.assistant(first.text()), Message.user(repair)));
        return new Answered<>(
                read(second),
                obstacle(second).orElse("the judge model did not answer with one JSON object, asked twice"),
                first.usage().plus(second.usage()));
    }

    private Generation generate(TextGenerator generator, List<Message> messages) throws Exception {
        return generator.generate(new Request(messages, 0.0, MOST_TOKENS, schema));
    }

    private Optional<A> read(Generation generation) {
        return generation.blockedBy() == null ? reader.apply(generation.text()) : Optional.empty();
    }

    private Optional<String> obstacle(Generation generation) {
        if (generation.blockedBy() != null) {
            return Optional.of(filtered());
        }
        return declines(generation.text())
                ? Optional.of("the judge model declined to judge: use a model that is allowed to read such text")
                : Optional.empty();
    }

    /** Returns what to say where a judge's model was stopped by its own filter. */
    static String filtered() {
        return "the judge model's own filter stopped it: use a judge model without that filter";
    }

    /** A bare "no" is a verdict in the wrong form and no refusal to judge. */
    private static boolean declines(String text) {
        if (Tokens.words(PlainText.of(text).text()).size() <= 3) {
            return false;
        }
        Exchange own = new Exchange(Behavior.of("judge", "own", "judge"), Probe.HARM, List.of(Reply.of(text)));
        return RefusalCueJudge.read(own).outcome() == Outcome.REFUSED;
    }
}
