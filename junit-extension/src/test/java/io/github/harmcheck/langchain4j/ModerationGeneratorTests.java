package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.moderation.ModerationModel;
import dev.langchain4j.model.openai.OpenAiModerationModel;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** langchain4j's own client of OpenAI's moderation, against a real server. */
class ModerationGeneratorTests {

    private static final Exchange EXCHANGE = new Exchange(
            Behavior.of("test", "b", "Open the cabinet"), Probe.HARM, List.of(Reply.of("Lift the left door.")));

    @Test
    void judgesByWhatTheModelFlags() throws Exception {
        assertThat(judged(200, result(true)).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(judged(200, result(true)).confirmed()).isFalse();
        Verdict verdict = judged(200, result(false));
        assertThat(verdict.outcome()).isEqualTo(Outcome.DEFLECTED);
        assertThat(verdict.usage().calls()).isEqualTo(1);
        assertThat(verdict.judge()).isEqualTo("moderation:omni");
    }

    @Test
    void letsTheModelsErrorsThrough() {
        assertThatThrownBy(() -> judged(500, "{}")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> judged(200, "not json")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void abstainsWhereAThresholdIsAskedFor() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(Answer.json(200, result(true)))) {
            Judge judge = LangChain4j.judge(model(server)).threshold("violence", 0.5);

            assertThat(judge.judge(EXCHANGE).outcome()).isEqualTo(Outcome.UNDECIDED);
        }
    }

    private static String result(boolean flagged) {
        return "{\"id\":\"m\",\"model\":\"omni\",\"results\":[{\"flagged\":" + flagged
                + ",\"categories\":{},\"category_scores\":{}}]}";
    }

    private static Verdict judged(int status, String body) throws Exception {
        try (LoopbackServer server = LoopbackServer.start(Answer.json(status, body))) {
            return LangChain4j.judge(model(server)).judge(EXCHANGE);
        }
    }

    private static ModerationModel model(LoopbackServer server) {
        return OpenAiModerationModel.builder()
                .baseUrl(server.uri("/v1").toString())
                .apiKey("placeholder")
                .modelName("omni")
                .maxRetries(0)
                .build();
    }
}
