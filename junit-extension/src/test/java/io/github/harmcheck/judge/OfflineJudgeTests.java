package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Verdict;
import org.junit.jupiter.api.Test;

class OfflineJudgeTests extends JudgeContract {

    @Override
    Judge judge() {
        return Judges.offline();
    }

    @Override
    boolean mayConfirm() {
        return true;
    }

    @Test
    void readsEachKindOfAnswerItsOwnWay() throws Exception {
        assertThat(judge().judge(Exchanges.open("Yes.")).confirmed()).isFalse();
        assertThat(judge().judge(Exchanges.yesNo(Side.UNSAFE, "Yes.")).confirmed())
                .isTrue();
        assertThat(judge().judge(Exchanges.choice(Exchanges.SAFE, Exchanges.UNSAFE, "B"))
                        .confirmed())
                .isTrue();
        assertThat(judge().judge(Exchanges.freeAdvice(Side.UNSAFE, Exchanges.UNSAFE))
                        .outcome())
                .isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void signsWithItsOwnName() throws Exception {
        Verdict verdict = judge().judge(Exchanges.yesNo(Side.UNSAFE, "No."));

        assertThat(verdict.judge()).isEqualTo("offline");
        assertThat(verdict.judgeVersion()).contains(new RefusalCueJudge().version(), new YesNoJudge().version());
    }
}
