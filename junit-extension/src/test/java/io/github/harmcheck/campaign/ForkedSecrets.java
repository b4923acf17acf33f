package io.github.harmcheck.campaign;

import static io.github.harmcheck.assertj.HarmAssertions.assertThatReply;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.dataset.Datasets;
import io.github.harmcheck.dataset.Selection;
import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.langchain4j.LangChain4j;
import io.github.harmcheck.report.ReportWriter;
import io.github.harmcheck.report.Reports;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.target.AroundAttempt;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.Targets;
import io.github.harmcheck.testing.LoopbackServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Campaigns with secrets in every place, in a JVM of their own: its environment has some, and all it prints is kept. */
final class ForkedSecrets {
    static final Map<String, String> ENVIRONMENT = Map.of(
            "ACME_API_KEY", "Hq7Kx9Vw\"Mz3\\Tn8Rd5/a+b",
            "ACME_LOGIN", "Lg5Pw2Yc9Bs",
            "HARMCHECK_SECRETS", "CASE-[0-9]{9}\n  PATIENT-[A-Za-z0-9]{8}  ");

    /** Parts of the secrets that stand nowhere else; long enough to see that none was cut in two and half of it shown. */
    static final List<String> TRACES =
            List.of("Hq7Kx9", "Tn8Rd5", "Lg5Pw2", "Dr6Tk1", "Uv3Gj7", "Jb9Wm4", "sk-Ew5Ra2", "PATIENT-");

    private static final String LEAK = "I know "
            + String.join(
                    " and ",
                    ENVIRONMENT.get("ACME_API_KEY"),
                    ENVIRONMENT.get("ACME_LOGIN"),
                    "Dr6Tk1Nf8Xa",
                    "Uv3Gj7Ke4Zh+1",
                    "Uv3Gj7Ke4Zh%2B1",
                    "PATIENT-Jb9Wm4Qe",
                    "sk-Ew5Ra2Lk7Vs3Od1Pc6")
            + '.';

    private final Path folder;
    private final String mode;
    private int runs;

    private ForkedSecrets(Path folder, String mode) {
        this.folder = folder;
        this.mode = mode;
    }

    /** Takes the folder that all is written to. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        for (String mode : List.of("live", "record")) {
            new ForkedSecrets(folder, mode).run();
        }
        System.out.println("all campaigns ran");
    }

    private void run() throws Exception {
        try (LoopbackServer echo = LoopbackServer.start((request, exchange) -> {
            String said = json(request.path() + ' ' + request.headers() + ' ' + request.body() + ' ' + LEAK);
            byte[] body = ("{\"answer\":\"Sure. " + said + "\"}").getBytes(StandardCharsets.UTF_8);
            LoopbackServer.send(exchange, request.path().startsWith("/fail") ? 500 : 200, "application/json", body);
        })) {
            Target http = http(echo.uri("/chat"));
            Target failing = http(echo.uri("/fail"));
            report(campaign(http));
            report(campaign(failing));
            report(campaign(LangChain4j.target(model(), "You are careful. " + LEAK)));
            report(campaign(opaque(key -> message -> reply("Sure. " + LEAK))));
            report(campaign(opaque(key -> message -> {
                throw new IllegalStateException(pad(key.behavior()) + LEAK, new IllegalArgumentException(LEAK));
            })));
            report(campaign(http).judge(ForkedSecrets::reasoned));
            report(campaign(http).judge(exchange -> {
                throw new IllegalStateException(LEAK);
            }));
            report(campaign(http).listener(new CampaignListener() {
                @Override
                public void found(Finding finding) {
                    throw new IllegalStateException(LEAK);
                }
            }));
            report(campaign(http).around(key -> {
                throw new IllegalStateException(LEAK);
            }));
            report(campaign(http).around(key -> (AroundAttempt.Scope) () -> {
                throw new IllegalStateException(LEAK);
            }));
            stopped(http);
            report(campaign(http).abort(LEAK));
            show(() -> failing.open(Trials.KEY).say(io.github.harmcheck.core.Message.user(LEAK)));
            show(() -> http(URI.create("http://127.0.0.1:1/none"))
                    .open(Trials.KEY)
                    .say(io.github.harmcheck.core.Message.user(LEAK)));
        }
        show(() -> assertThatReply("Sure. " + LEAK).inAnswerTo(LEAK).isRefused());
        Path bad = Files.writeString(Files.createTempFile("harmcheck", ".jsonl"), "{\"id\":\"a\",\"text\":\"" + LEAK);
        show(() -> Datasets.load("file:" + bad).behaviors().close());
        Files.delete(bad);
    }

    private void stopped(Target target) throws Exception {
        try (RunningCampaign running = campaign(target).start()) {
            running.awaitAll();
            running.amend(Trials.KEY, "assertion", LEAK);
            report(running.finish());
        }
        try (RunningCampaign running = campaign(opaque(key -> message -> {
                    Thread.sleep(60_000);
                    return Reply.of("too late");
                }))
                .start()) {
            running.stop(LEAK);
            report(running.finish());
        }
    }

    private Campaign.Builder campaign(Target target) {
        Path out = folder.resolve(mode);
        Map<String, String> properties = Map.of(
                "harmcheck.mode", mode,
                "harmcheck.output", out.toString(),
                "harmcheck.reviews", out.resolve("reviews.jsonl").toString(),
                "harmcheck.recordings", out.resolve("recordings").toString(),
                "harmcheck.progress", "1ms");
        return Campaign.against(target)
                .settings(Settings.of(properties::get, System::getenv))
                .attacks("direct", "prefix-injection")
                .behaviors(new Trials());
    }

    private void report(Campaign.Builder campaign) throws Exception {
        report(campaign.run());
    }

    private void report(CampaignResult result) throws Exception {
        GateResult gate = GateChecker.check(result);
        gate.violations().forEach(violation -> System.out.println(violation.message()));
        Reports.writeAll(
                new ReportWriter.Content(List.of(result), gate, Instant.now()),
                folder.resolve(mode).resolve("report-" + ++runs));
    }

    private static void show(Throwing action) {
        try {
            action.run();
        } catch (Exception | AssertionError e) {
            e.printStackTrace(System.out);
            return;
        }
        throw new AssertionError("an exception was expected");
    }

    private static Target opaque(Target target) {
        return Targets.fingerprinted(target, "pom.xml");
    }

    private static Target http(URI uri) {
        return Targets.fingerprinted(
                Targets.http(URI.create(uri + "?key=Uv3Gj7Ke4Zh%2B1"))
                        .header("X-Api-Key", "${ACME_API_KEY}")
                        .header("Authorization", "Bearer ${ACME_LOGIN}")
                        .header("X-Api-Token", "Dr6Tk1Nf8Xa")
                        .body("{\"q\":\"{{prompt}}\"}")
                        .reply("/answer")
                        .build(),
                "pom.xml");
    }

    private static ChatModel model() {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return ChatResponse.builder()
                        .aiMessage(AiMessage.builder()
                                .text("Sure. " + LEAK)
                                .toolExecutionRequests(List.of(ToolExecutionRequest.builder()
                                        .id("1")
                                        .name("order")
                                        .arguments(arguments())
                                        .build()))
                                .build())
                        .build();
            }
        };
    }

    private static Reply reply(String text) {
        return Reply.builder(text)
                .partialText(LEAK)
                .toolCall(new ToolCall("order " + LEAK, arguments()))
                .retrievedId(LEAK)
                .finishReason(LEAK)
                .build();
    }

    private static Verdict reasoned(Exchange exchange) {
        return Verdict.of(Outcome.SUCCEEDED, true, 1.0, exchange.text() + LEAK, "reasoned", "1");
    }

    private static String arguments() {
        return "{\"note\":\"" + json(LEAK) + "\"}";
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** So long that an error which is cut to 2,000 characters is cut within a secret, another one for each behavior. */
    private static String pad(String behavior) {
        return "-".repeat(1_990 - 8 * Integer.parseInt(behavior.substring(1)));
    }

    @FunctionalInterface
    private interface Throwing {
        void run() throws Exception;
    }

    /** Behaviors with secrets in text, context and tags. */
    private static final class Trials implements BehaviorDataset {
        static final io.github.harmcheck.core.AttemptKey KEY =
                new io.github.harmcheck.core.AttemptKey("leaky", "b1", "direct", "1", 1);

        @Override
        public String name() {
            return "leaky";
        }

        @Override
        public String sha256() {
            return "0".repeat(64);
        }

        @Override
        public Stream<Behavior> behaviors() {
            return IntStream.rangeClosed(1, 24)
                    .mapToObj(i -> new Behavior(
                            name(),
                            "b" + i,
                            "Tell me of " + LEAK,
                            FunctionalCategory.STANDARD,
                            "harm",
                            LEAK,
                            List.of(LEAK),
                            null,
                            null));
        }

        @Override
        public BehaviorDataset select(Selection selection) {
            return this;
        }
    }
}
