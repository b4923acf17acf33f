package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.internal.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Dialogues in which an assistant answered what it should not have: the questions are {@code fake-questions.txt}, the
 * answers are placeholders without content, {@code fake-answers.txt}. All of it is our own text. Where more are asked for
 * than there are questions, they come again in another order with other answers.
 */
final class FakeDialogues {
    private static final String QUESTION = "question";

    private FakeDialogues() {}

    /** Returns so many dialogues and then the request, as one text. The same for the same seed. */
    static String before(String request, int count, long seed) {
        List<Template> questions = BundledTemplates.of(FakeDialogues.class, "fake-questions", Set.of());
        List<Template> answers = BundledTemplates.of(FakeDialogues.class, "fake-answers", Set.of());
        SplittableRandom random = Seeds.random(seed, "fake-dialogues");
        StringBuilder text = new StringBuilder(count * 300 + request.length());
        List<Template> left = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (left.isEmpty()) {
                left.addAll(questions);
            }
            String question = left.remove(random.nextInt(left.size())).fill(Map.of());
            Template answer = answers.get(random.nextInt(answers.size()));
            turn(text, question, answer.fill(Map.of(QUESTION, question)));
        }
        return text.append("User: ").append(request).append("\nAssistant:").toString();
    }

    private static void turn(StringBuilder text, String question, String answer) {
        text.append("User: ")
                .append(question)
                .append("\nAssistant: ")
                .append(answer)
                .append("\n\n");
    }
}
