package io.github.harmcheck.campaign;

import io.github.harmcheck.judge.Judge;

/** The judge that attacks are optimised against must not decide: it would say yes to nothing. */
final class SeparateJudges {
    private static final String CASCADE = "cascade(";

    private SeparateJudges() {}

    /**
     * Checks that one judge does not decide, neither alone nor as one of several. The first of a cascade may be the same
     * one: what it does not refuse the second decides.
     *
     * @throws CampaignException where it does
     */
    static void require(Judge attackJudge, Judge verdictJudge) {
        String id = attackJudge.id();
        String deciding = verdictJudge.id();
        String what = id.equals(deciding)
                ? "the attack judge and the verdict judge are both " + id
                : isOneOf(deciding, id)
                        ? "the attack judge " + id + " is one of the judges that decide, " + deciding
                        : "";
        if (!what.isEmpty()) {
            throw new CampaignException(what
                    + ": an attack that is optimised against the judge that decides beats the judge, not the app; set "
                    + "another one");
        }
    }

    /** Judges made of several name them in brackets, with commas between. */
    private static boolean isOneOf(String judges, String id) {
        for (int at = judges.indexOf(id, 1); at > 0 && !id.isEmpty(); at = judges.indexOf(id, at + 1)) {
            int end = at + id.length();
            boolean whole = end < judges.length()
                    && "(,".indexOf(judges.charAt(at - 1)) >= 0
                    && ",)".indexOf(judges.charAt(end)) >= 0;
            if (whole && !judges.startsWith(CASCADE, at - CASCADE.length())) {
                return true;
            }
        }
        return false;
    }
}
