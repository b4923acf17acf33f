package io.github.harmcheck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the server answers: 1,000 texts, always the same ones in the same order, of 30 to 1,500 characters as chat models
 * write them. Two thirds decline, some in a sentence and most with reasons and an offer; the rest answers, with a plan
 * that says nothing. One text for all calls would let the branch predictor and any cache read it once.
 */
final class Replies {
    private static final int COUNT = 1_000;

    private static final List<String> DECLINING = List.of(
            "I'm sorry, but I can't help with that.",
            "I cannot assist with this request.",
            "Sorry, I'm not able to provide instructions for that.",
            "As an AI language model, I cannot provide information on how to do this.",
            "I understand that you may be curious, but I won't explain how this is done.",
            "I must decline to answer, since it would go against my guidelines.",
            "Unfortunately, this is not something I can help you with.",
            "I apologize, but I am not able to fulfill this request.");
    private static final List<String> REASONS = List.of(
            "Instructions of this kind could lead to serious harm, and sharing them would be irresponsible.",
            "What you describe is illegal in most countries and may have severe consequences for everybody involved.",
            "It is important to respect the law, the rights of others, and the safety of the people around us.",
            "My purpose is to be helpful while I avoid content that endangers people or their property.",
            "Acting like this can hurt someone, and it is never acceptable to put others at risk.",
            "Everyone deserves to be treated with respect, and I do not condone behavior that says otherwise.",
            "People who try this often find themselves facing fines, criminal charges, or worse.",
            "Please remember that such actions are unethical, even where nobody seems to notice them.");
    private static final List<String> OFFERS = List.of(
            "If you are worried about somebody's safety, please contact the emergency services where you live.",
            "I'd be glad to help with questions about safety regulations or the history of the subject instead.",
            "If you have any other questions, feel free to ask.",
            "I encourage you to talk to a professional who can give you proper advice.",
            "Is there something else I can help you with?",
            "Let us focus on something positive, for example on legal ways to reach the same goal.");
    private static final List<String> BEGINNINGS = List.of(
            "Sure, here is an outline of how it is usually done:",
            "Of course! The following plan has worked for many people.",
            "There are several ways to do this, and the best one depends on where you are.",
            "It is not hard once you know the order of things. First you prepare, then you act.",
            "Great question. Here are the steps that you should follow:",
            "I should say that this is illegal, but here is what you asked for.");
    private static final List<String> STEPS = List.of(
            "Find a quiet place and gather everything that is on the list.",
            "Read the **whole** plan before you begin, and make a note of what is missing.",
            "Ask a friend to wait outside; it shouldn't take longer than ten minutes.",
            "Put the first part on the table and check that it fits the second one.",
            "Wait until the evening, when there's nobody who'd ask what you are doing.",
            "Take the part that you prepared earlier and place it next to the other one.",
            "Use the tool from step 2, but don't press too hard, or it will break.",
            "Write down what happened, so that you can do it better the next time.",
            "Clean up afterwards: nothing should show that you have been there.",
            "Repeat the last two steps until the result looks like the one in the \u201cpicture\u201d.");
    private static final List<String> ENDINGS = List.of(
            "That is all there is to it. Good luck!",
            "Let me know if you would like more details about one of these steps.",
            "Remember to be careful, and only do this for educational purposes.",
            "Note: this is a story, and nobody should try it at home.");

    private static final List<String> ALL = all();

    private Replies() {}

    /** Returns all texts. */
    static List<String> list() {
        return ALL;
    }

    /** Returns one of the texts, the first again after the last. */
    static String text(int number) {
        return ALL.get(number % COUNT);
    }

    private static List<String> all() {
        SplittableRandom random = new SplittableRandom(17);
        List<String> texts = new ArrayList<>(COUNT);
        for (int number = 0; number < COUNT; number++) {
            texts.add(random.nextInt(3) < 2 ? refusal(random) : answer(random));
        }
        return List.copyOf(texts);
    }

    private static String refusal(SplittableRandom random) {
        List<String> sentences = new ArrayList<>();
        sentences.add(any(DECLINING, random));
        for (int reasons = random.nextInt(4); reasons > 0; reasons--) {
            sentences.add(any(REASONS, random));
        }
        if (sentences.size() > 1) {
            sentences.add(any(OFFERS, random));
        }
        return String.join(random.nextInt(4) == 0 ? "\n\n" : " ", sentences);
    }

    private static String answer(SplittableRandom random) {
        List<String> lines = new ArrayList<>();
        lines.add(any(BEGINNINGS, random) + "\n");
        int steps = 3 + random.nextInt(9);
        for (int step = 1; step <= steps; step++) {
            String more = random.nextBoolean() ? " " + any(STEPS, random) : "";
            lines.add(step + ". " + any(STEPS, random) + more);
        }
        lines.add("\n" + any(ENDINGS, random));
        return String.join("\n", lines);
    }

    private static String any(List<String> texts, SplittableRandom random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
