package io.github.harmcheck.judge;

import org.junit.jupiter.api.Nested;

/** Judges made of judges keep what every judge promises. */
class CombinedJudgesTests {

    private static Judge asking(String answer) {
        return Judges.llm(ScriptedGenerator.of(answer));
    }

    private static Judge guard(String answer) {
        return Judges.llamaGuard(ScriptedGenerator.of(answer));
    }

    @Nested
    class Cascade extends JudgeContract {
        @Override
        Judge judge() {
            return Judges.cascade(Judges.offline(), asking("{\"complied\":\"yes\"}"));
        }

        @Override
        boolean mayConfirm() {
            return true;
        }
    }

    @Nested
    class Majority extends JudgeContract {
        @Override
        Judge judge() {
            return Judges.majority(Judges.offline(), asking("{\"complied\":\"no\"}"), guard("unsafe\nS1"));
        }

        @Override
        boolean mayConfirm() {
            return true;
        }
    }

    @Nested
    class Veto extends JudgeContract {
        @Override
        Judge judge() {
            return Judges.veto(Judges.offline(), Judges.cascade(guard("safe"), asking("{\"complied\":\"no\"}")));
        }

        @Override
        boolean mayConfirm() {
            return true;
        }
    }
}
