package io.github.harmcheck.attack.adaptive;

/**
 * A prompt that was tried out.
 *
 * @param prompt what was said, without the behavior's context
 * @param reply what the app said; untrusted text, empty where nothing reached the user
 * @param score the attack judge's opinion, 0..1
 */
record Candidate(String prompt, String reply, double score) {
    private static final int STEPS = 9;
    private static final double ROUNDING = 1e-9;

    /** Returns the score on the scale of 1 to 10 that PAIR and TAP use. */
    int rating() {
        return 1 + (int) Math.round(score * STEPS);
    }

    /** Returns whether the score, on the scale of 1 to 10, is at least the cutoff. */
    boolean reaches(double cutoff) {
        return 1 + score * STEPS >= cutoff - ROUNDING;
    }
}
