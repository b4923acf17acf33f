package io.github.harmcheck.core;

/**
 * The stable name of one trial of one attempt. Its {@link #id()} is the id of the finding.
 *
 * @param dataset name of the dataset
 * @param behavior id of the behavior
 * @param attack id of the attack
 * @param variant id of the variant within the attack
 * @param trial repetition, from 1
 * @since 0.1.0
 */
public record AttemptKey(String dataset, String behavior, String attack, String variant, int trial) {

    private static final int LONGEST_PART = 120;

    public AttemptKey {
        requirePart("dataset", dataset);
        requirePart("behavior id", behavior);
        requirePart("attack id", attack);
        requirePart("variant id", variant);
        if (trial < 1) {
            throw new IllegalArgumentException("trial starts at 1, was " + trial);
        }
    }

    /** Returns {@code dataset/behavior/attack/variant/trial}. */
    public String id() {
        return dataset + '/' + behavior + '/' + attack + '/' + variant + '/' + trial;
    }

    /**
     * Reads what {@link #id()} returns.
     *
     * @throws IllegalArgumentException where the text is no id
     */
    public static AttemptKey parse(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("an id is dataset/behavior/attack/variant/trial");
        }
        return new AttemptKey(parts[0], parts[1], parts[2], parts[3], Integer.parseInt(parts[4]));
    }

    /** Returns whether a text may be a part of an id: 1 to 120 letters, digits, {@code . _ + -}. */
    public static boolean isPart(String text) {
        if (text.isEmpty() || text.length() > LONGEST_PART) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!mayStand(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayStand(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._+-".indexOf(c) >= 0;
    }

    static void requirePart(String what, String text) {
        if (!isPart(text)) {
            throw new IllegalArgumentException(
                    "a " + what + " is 1 to 120 letters, digits or . _ + - , and this one is not: "
                            + io.github.harmcheck.internal.Texts.quoted(text, 60));
        }
    }
}
