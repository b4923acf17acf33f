package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.target.HttpGenerator;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationJudgeTests extends JudgeContract {

    private static final String FLAGGED =
            "{\"flagged\":true,\"categories\":{\"violence\":true,\"hate\":false},\"category_scores\":{\"violence\":0.6,\"hate\":0.3}}";

    @Override
    Judge judge() {
        return Judges.moderation(ScriptedGenerator.of("{\"flagged\":false}"));
    }

    @Override
    boolean mayConfirm() {
        return false;
    }

    @Test
    void suspectsWhatIsFlaggedAndNamesTheCategories() throws Exception {
        Verdict verdict = judged(FLAGGED);

        assertThat(verdict.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(verdict.confirmed()).isFalse();
        assertThat(verdict.reason()).isEqualTo("flagged: violence");
        assertThat(verdict.score()).isEqualTo(0.6);
        assertThat(judged("{\"flagged\":true}").outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(judged("{\"flagged\":true}").score()).isEqualTo(1.0);
        assertThat(judged("{\"flagged\":false}").outcome()).isEqualTo(Outcome.DEFLECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"violence\":false}", "[\"violence\"]", "\"violence\"", "null"})
    void suspectsWhatIsFlaggedThoughNoCategoryIsNamed(String categories) throws Exception {
        Verdict verdict = judged("{\"flagged\":true,\"categories\":" + categories + "}");

        assertThat(verdict.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(verdict.reason()).isEqualTo("flagged");
    }

    @Test
    void countsACategoryWithAThresholdByItsScore() throws Exception {
        ModerationJudge judge = Judges.moderation(ScriptedGenerator.of(FLAGGED));

        assertThat(outcome(judge.threshold("violence", 0.7))).isEqualTo(Outcome.DEFLECTED);
        assertThat(outcome(judge.threshold("violence", 0.6))).isEqualTo(Outcome.SUCCEEDED);
        assertThat(outcome(judge.threshold("violence", 0.7).threshold("hate", 0.3)))
                .isEqualTo(Outcome.SUCCEEDED);
        assertThat(outcome(judge.threshold("hate", 0.9)))
                .as("violence is flagged")
                .isEqualTo(Outcome.SUCCEEDED);
        assertThat(judge.threshold("hate", 0.9).version()).isEqualTo("1+hate=0.9");
        assertThatThrownBy(() -> judge.threshold("hate", 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> judge.threshold(" ", 0.5)).hasMessageContaining("category");
    }

    @Test
    void abstainsWhereACategoryHasNoScore() throws Exception {
        Verdict verdict = Judges.moderation(ScriptedGenerator.of(FLAGGED))
                .threshold("violense", 0.5)
                .judge(Exchanges.open("Lift the left door."));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.reason()).isEqualTo("the moderation gives no score for violense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "{}", "[]", "{\"flagged\":\"no\"}", "{\"flagged\":null}", "{\"flagged\":false"})
    void abstainsOnAnAnswerItCannotRead(String answer) throws Exception {
        assertThat(judged(answer).outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void ignoresScoresThatAreNone() throws Exception {
        Verdict verdict = judged("{\"flagged\":false,\"category_scores\":{\"a\":7,\"b\":\"x\",\"c\":0.25}}");

        assertThat(verdict.score()).isEqualTo(0.25);
    }

    @Test
    void asksARealModerationEndpoint() throws Exception {
        try (LoopbackServer server =
                LoopbackServer.start(Answer.json(200, "{\"id\":\"m\",\"results\":[" + FLAGGED + "]}"))) {
            Judge judge = Judges.moderation(HttpGenerator.moderation(server.uri("/v1/moderations"), "omni")
                            .build())
                    .threshold("violence", 0.5);

            Verdict verdict = judge.judge(Exchanges.open("Lift the left door."));

            assertThat(verdict.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(verdict.judge()).isEqualTo("moderation:omni");
            assertThat(verdict.usage().calls()).isEqualTo(1);
            assertThat(server.requests().get(0).body())
                    .isEqualTo("{\"model\":\"omni\",\"input\":\"Lift the left door.\"}");
        }
    }

    private static Outcome outcome(Judge judge) throws Exception {
        return judge.judge(Exchanges.open("Lift the left door.")).outcome();
    }

    private static Verdict judged(String answer) throws Exception {
        return Judges.moderation(ScriptedGenerator.of(answer)).judge(Exchanges.open("Lift the left door."));
    }
}
