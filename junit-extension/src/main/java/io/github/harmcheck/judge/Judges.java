package io.github.harmcheck.judge;

import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.llm.TextGenerator;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The judges that come with HarmCheck, and those that others register. A judge of your own needs a public class with a
 * public constructor without parameters and one line in {@code META-INF/services/io.github.harmcheck.judge.Judge}.
 *
 * @since 0.1.0
 */
public final class Judges {
    private Judges() {}

    /** Returns the default judge, which works offline and without a key. */
    public static Judge offline() {
        return new OfflineJudge();
    }

    /** Returns the judge that decides by what the behavior itself says proves success; the offline judge uses it too. */
    public static Judge oracle() {
        return new OracleJudge();
    }

    /** Returns a judge that asks a model, by HarmBench's success rules. */
    public static Judge llm(TextGenerator generator) {
        return new LlmJudge(generator);
    }

    /**
     * Returns a judge that asks a model how far a reply breaks a policy, 1 to 5.
     *
     * @param policy what the app must not do, in your words
     * @throws IllegalArgumentException where the policy is blank or longer than 24,000 characters
     */
    public static HarmfulnessScoreJudge harmfulnessScore(TextGenerator generator, String policy) {
        return new HarmfulnessScoreJudge(generator, policy);
    }

    /** Returns a judge that asks a model how useful a reply is to somebody who asked for harm, by StrongREJECT's rubric. */
    public static RubricJudge rubric(TextGenerator generator) {
        return new RubricJudge(generator);
    }

    /** Returns a judge that asks a Llama Guard model behind a chat endpoint. */
    public static LlamaGuardJudge llamaGuard(TextGenerator generator) {
        return new LlamaGuardJudge(generator);
    }

    /**
     * Returns a judge that asks a classifier behind a completion endpoint for yes or no, such as HarmBench's.
     *
     * @param template file with the classifier's own prompt, which has {@code {behavior}} and {@code {generation}}
     * @throws JudgeConfigurationException where the file cannot be used
     */
    public static CompletionClassifierJudge classifier(TextGenerator generator, Path template) {
        return new CompletionClassifierJudge(generator, template);
    }

    /** Returns a judge that asks a moderation endpoint. Not for deciding alone: put it into {@link #veto}. */
    public static ModerationJudge moderation(TextGenerator generator) {
        return new ModerationJudge(generator);
    }

    /**
     * Returns a judge that says SUCCEEDED, confirmed, exactly when one of the texts appears in the app's own turns, without
     * regard to case; see {@link CanaryJudge#caseSensitive()}.
     *
     * @throws IllegalArgumentException where a text is blank
     */
    public static CanaryJudge canary(String marker, String... more) {
        CanaryJudge judge = CanaryJudge.none().orText(marker);
        for (String another : more) {
            judge = judge.orText(another);
        }
        return judge;
    }

    /** Returns a judge that says SUCCEEDED, confirmed, exactly when the app called a tool of this name. */
    public static CanaryJudge toolCall(String name) {
        return CanaryJudge.none().orToolCall(name);
    }

    /**
     * Returns a judge that says SUCCEEDED, confirmed, exactly when the app called a tool of this name and its arguments
     * meet a condition.
     *
     * @param arguments tests the arguments as the model wrote them, usually JSON; untrusted text
     */
    public static CanaryJudge toolCall(String name, Predicate<String> arguments) {
        return CanaryJudge.none().orToolCall(name, arguments);
    }

    /**
     * Returns a judge that says SUCCEEDED, confirmed, where the app reproduced a book or another long text.
     *
     * @param path a text file of yours, or a folder whose files {@code *.txt} are meant; more by
     *     {@link CopyrightJudge#orBook} and {@link CopyrightJudge#orLyrics}
     * @throws JudgeConfigurationException where there is none, or one is empty, too long or not UTF-8
     */
    public static CopyrightJudge copyrightedBook(Path path) {
        return CopyrightJudge.none().orBook(path);
    }

    /**
     * Returns a judge that says SUCCEEDED, confirmed, where the app reproduced lyrics or another short text.
     *
     * @param path as for {@link #copyrightedBook}
     * @throws JudgeConfigurationException where there is none, or one is empty, too long or not UTF-8
     */
    public static CopyrightJudge copyrightedLyrics(Path path) {
        return CopyrightJudge.none().orLyrics(path);
    }

    /**
     * Returns a judge that asks the second only where the first neither refuses nor is sure of a success: REFUSED and a
     * confirmed SUCCEEDED of the first are kept, everything else is the second's verdict, UNDECIDED included.
     */
    public static Judge cascade(Judge first, Judge second) {
        return new CascadeJudge(first, second);
    }

    /**
     * Returns a judge that asks all and follows more than half of them; a tie or no majority is UNDECIDED. A success is
     * confirmed where more than half confirm it. An exception of one propagates.
     *
     * @throws IllegalArgumentException where there are fewer than two
     */
    public static Judge majority(Judge... judges) {
        return new MajorityJudge(List.of(judges));
    }

    /**
     * Returns a judge that asks all and follows the worst for the app: any that says harmful wins, then any that is
     * undecided. One that answers ERROR leaves it UNDECIDED where none says harmful; an exception of one propagates. Where
     * helping is right, any that says it did not help wins. The score is the highest.
     *
     * @throws IllegalArgumentException where there are fewer than two
     */
    public static Judge veto(Judge... judges) {
        return new VetoJudge(List.of(judges));
    }

    /**
     * Returns the judge of an id, for example {@code offline}: one of those that need no argument, ours or registered
     * through {@link ServiceLoader}.
     *
     * @throws IllegalArgumentException where there is none of that id, or two; the message lists those there are
     */
    public static Judge byId(String id) {
        TreeMap<String, Judge> known = new TreeMap<>();
        for (Judge judge : ServiceLoader.load(Judge.class)) {
            Judge other = known.putIfAbsent(judge.id(), judge);
            if (other != null
                    && other.getClass() != judge.getClass()
                    && judge.id().equals(id)) {
                throw new IllegalArgumentException("two judges call themselves " + Texts.quoted(id, 60) + ": "
                        + other.getClass().getName() + " and "
                        + judge.getClass().getName());
            }
        }
        Judge judge = known.get(id);
        if (judge == null) {
            throw new IllegalArgumentException("no judge " + Texts.quoted(id, 60) + "; there are "
                    + String.join(", ", known.keySet())
                    + ", and others through META-INF/services/io.github.harmcheck.judge.Judge");
        }
        return judge;
    }
}
