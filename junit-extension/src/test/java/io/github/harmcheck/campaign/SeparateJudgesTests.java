package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.judge.Judges;
import org.junit.jupiter.api.Test;

class SeparateJudgesTests {
    private static final Judge LLM = named("llm:m-4");
    private static final Judge OTHER = named("llm:m-4o");

    private static Judge named(String id) {
        return new Judge() {
            @Override
            public Verdict judge(Exchange exchange) {
                return Verdict.of(Outcome.REFUSED, false, null, "", id, "1");
            }

            @Override
            public String id() {
                return id;
            }
        };
    }

    @Test
    void theJudgeThatScoresDecidesNeitherAloneNorWithOthers() {
        assertThatThrownBy(() -> SeparateJudges.require(LLM, LLM))
                .isInstanceOf(CampaignException.class)
                .hasMessageStartingWith("the attack judge and the verdict judge are both llm:m-4:");
        for (Judge deciding : new Judge[] {
            Judges.cascade(OTHER, LLM),
            Judges.veto(LLM, OTHER),
            Judges.majority(OTHER, LLM, Judges.offline()),
            Judges.cascade(Judges.offline(), Judges.veto(OTHER, LLM)),
        }) {
            assertThatThrownBy(() -> SeparateJudges.require(LLM, deciding))
                    .as(deciding.id())
                    .hasMessageContaining("the attack judge llm:m-4 is one of the judges that decide");
        }
    }

    @Test
    void anotherJudgeScoresAndSoMayTheFirstOfACascade() {
        for (Judge deciding : new Judge[] {
            OTHER, Judges.cascade(LLM, OTHER), Judges.veto(OTHER, Judges.offline()), named("veto of llm:m-4")
        }) {
            assertThatCode(() -> SeparateJudges.require(LLM, deciding))
                    .as(deciding.id())
                    .doesNotThrowAnyException();
        }
    }
}
