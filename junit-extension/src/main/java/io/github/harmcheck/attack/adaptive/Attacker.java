package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.internal.JsonTexts;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.llm.TextGenerator.Generation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The helper model of one attempt, as attacker or as translator. An answer that declines, that a filter stopped, or that
 * is not in the form asked for is counted and asked for again; all calls of the attempt together are limited, and when they
 * are used up an {@link AttackerException} ends the attempt. Nothing falls back to another model or to none.
 *
 * <p>The counts stand in the finding as tags: {@code attacker-refusal=n}, {@code attacker-blocked=n} and
 * {@code attacker-error=n}. Used by one thread.
 */
final class Attacker {
    /** Tag of answers that declined. */
    static final String REFUSAL = "attacker-refusal";

    /** Tag of answers that a filter of the helper model stopped. */
    static final String BLOCKED = "attacker-blocked";

    /** Tag of answers in the wrong form. */
    static final String ERROR = "attacker-error";

    private static final int SHOWN = 120;

    private final TextGenerator model;
    private final String attack;
    private final Dialogue dialogue;
    private final int most;
    private int calls;
    private int refusals;
    private int blocked;
    private int errors;
    private String last = "";

    private Attacker(TextGenerator model, String attack, Dialogue dialogue, int most) {
        this.model = model;
        this.attack = attack;
        this.dialogue = dialogue;
        this.most = most;
    }

    /**
     * Returns the attacker for one attempt.
     *
     * @param most calls that the attempt announced as {@code maxCalls().attacker()}
     * @throws AttackerException where none is configured
     */
    static Attacker of(AttackSettings settings, String attack, Dialogue dialogue, int most) throws AttackerException {
        TextGenerator model = settings.attacker()
                .orElseThrow(() -> new AttackerException("the attack " + attack
                        + " needs an attacker model: set @AttackerModel, or Campaign.attacker(...)"));
        return new Attacker(model, attack, dialogue, most);
    }

    /**
     * Returns the translator for one attempt: the attacker where no other is set.
     *
     * @throws AttackerException where neither is configured
     */
    static Attacker translator(AttackSettings settings, String attack, Dialogue dialogue, int most)
            throws AttackerException {
        TextGenerator model = settings.translator()
                .orElseThrow(() -> new AttackerException("the attack " + attack
                        + " needs a translator: set @TranslatorModel or @AttackerModel, or Campaign.translator(...)"));
        return new Attacker(model, attack, dialogue, most);
    }

    /** Returns one message of the user as a dialogue. */
    static List<Message> saying(Prompt prompt) {
        return List.of(Message.user(prompt.text()));
    }

    /** Returns a system message and one of the user as a dialogue. */
    static List<Message> saying(Prompt system, Prompt user) {
        return List.of(Message.system(system.text()), Message.user(user.text()));
    }

    /**
     * Returns a text, without reasoning and the quotation marks around it.
     *
     * @throws AttackerException where the calls are used up
     */
    String text(List<Message> messages, Sampling sampling) throws Exception {
        return text(messages, sampling, text -> true);
    }

    /**
     * Returns a text that fits.
     *
     * @param fits tells whether the text is what was asked for
     * @throws AttackerException where the calls are used up
     */
    String text(List<Message> messages, Sampling sampling, Predicate<String> fits) throws Exception {
        return ask(messages, sampling, null, answer -> {
            String text = plain(answer);
            return text.isBlank() || Declining.in(text) || !fits.test(text) ? Optional.empty() : Optional.of(text);
        });
    }

    /**
     * Returns the texts of one JSON object, recovered from prose, code fences and cut-off brackets.
     *
     * @throws AttackerException where the calls are used up
     */
    Map<String, String> fields(List<Message> messages, Sampling sampling, String... keys) throws Exception {
        return ask(messages, sampling, schema(keys), answer -> JsonTexts.object(answer, keys));
    }

    /** Returns the text of a JSON object with one key, recovered like {@link #fields}. */
    String field(List<Message> messages, Sampling sampling, String key) throws Exception {
        return Objects.requireNonNull(fields(messages, sampling, key).get(key));
    }

    /**
     * Returns a list of texts from a JSON array, recovered like {@link #fields}.
     *
     * @param least fewest texts that make an answer; more are kept
     * @throws AttackerException where the calls are used up
     */
    List<String> list(List<Message> messages, Sampling sampling, int least) throws Exception {
        return ask(messages, sampling, null, answer -> JsonTexts.array(answer).filter(texts -> texts.size() >= least));
    }

    /**
     * Asks until an answer can be read.
     *
     * @param schema JSON Schema of the answer, or null
     * @param reader what the answer says, or nothing where it is not in the form asked for; looked at for a refusal then
     * @throws AttackerException where the calls are used up
     */
    <T> T ask(List<Message> messages, Sampling sampling, @Nullable String schema, Function<String, Optional<T>> reader)
            throws Exception {
        while (true) {
            if (calls >= most) {
                throw new AttackerException(usedUp());
            }
            calls++;
            Generation answer = model.generate(new TextGenerator.Request(
                    messages, sampling.temperature(), sampling.topP(), sampling.maxTokens(), schema));
            if (answer.blockedBy() != null) {
                blocked++;
                failed(BLOCKED, "blocked by " + answer.blockedBy());
                continue;
            }
            Optional<T> read = reader.apply(answer.text());
            if (read.isPresent()) {
                return read.get();
            }
            boolean declined = Declining.in(JsonTexts.withoutThinking(answer.text()));
            refusals += declined ? 1 : 0;
            errors += declined ? 0 : 1;
            failed(declined ? REFUSAL : ERROR, answer.text());
        }
    }

    private void failed(String event, String answer) {
        last = answer;
        dialogue.count(event);
    }

    /** Returns how many calls are left. */
    int left() {
        return most - calls;
    }

    private String usedUp() {
        return "the attacker model " + Texts.oneLine(model.id(), SHOWN) + " did not do its part for " + attack + ": of "
                + calls + " calls " + refusals + " were refused, " + blocked + " blocked by a filter, " + errors
                + " in the wrong form" + (last.isBlank() ? "" : "; the last: " + Texts.quoted(last, SHOWN))
                + ". Use another attacker model, or allow more with the option " + attack + ".retries";
    }

    private static String plain(String answer) {
        String text = JsonTexts.withoutThinking(answer);
        // A model that copies how texts are quoted to it has marked every line.
        if (!text.isEmpty() && text.lines().allMatch(line -> line.isBlank() || line.startsWith("| "))) {
            text = text.lines()
                    .map(line -> line.startsWith("| ") ? line.substring(2) : line)
                    .reduce((before, line) -> before + '\n' + line)
                    .orElse("");
        }
        boolean quoted = text.length() > 1
                && text.startsWith("\"")
                && text.endsWith("\"")
                && text.indexOf('"', 1) == text.length() - 1;
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static String schema(String... keys) {
        StringJoiner properties = new StringJoiner(", ");
        StringJoiner required = new StringJoiner(", ");
        for (String key : keys) {
            properties.add("\"" + key + "\": {\"type\": \"string\"}");
            required.add("\"" + key + "\"");
        }
        return "{\"type\": \"object\", \"properties\": {" + properties + "}, \"required\": [" + required
                + "], \"additionalProperties\": false}";
    }
}
