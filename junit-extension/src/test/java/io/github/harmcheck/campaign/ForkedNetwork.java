package io.github.harmcheck.campaign;

import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.dataset.Datasets;
import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.judge.Judges;
import io.github.harmcheck.langchain4j.LangChain4j;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.report.ReportWriter;
import io.github.harmcheck.report.Reports;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.target.Targets;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import io.github.harmcheck.testing.OpenAiAnswers;
import io.github.harmcheck.testing.WatchedNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Campaigns in a JVM of its own whose connections are watched; prints what it asked the network for. */
final class ForkedNetwork {
    private ForkedNetwork() {}

    /** Takes what to run and the folder. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Set<String> asked = switch (args[0]) {
            case "offline" -> offline(folder);
            case "endpoints" -> endpoints(folder);
            default -> appThatPhonesHome(folder);
        };
        System.out.println("asked for " + asked + " and ended");
    }

    private static Set<String> offline(Path folder) throws Exception {
        WatchedNetwork network = WatchedNetwork.begin(Set.of());
        for (String mode : List.of("live", "record", "replay", "auto")) {
            Map<String, String> properties = Map.of(
                    "harmcheck.mode",
                    mode,
                    "harmcheck.recordings",
                    folder.resolve("recordings").toString());
            Campaign.Builder campaign = Campaign.against(
                            Targets.fingerprinted(Targets.of(request -> "I can't help with that."), "pom.xml"))
                    .settings(Settings.of(properties::get, name -> null))
                    .behaviors(Datasets.load("core"))
                    .attacks("direct", "encodings", "prefix-injection")
                    .maxCalls(100_000)
                    .findingsFolder(folder.resolve("findings"));
            require(campaign.plan().trials() > 100);
            report(campaign.run(), folder.resolve(mode));
        }
        return network.asked();
    }

    /** The answers come from three servers; their addresses are printed first. */
    private static Set<String> endpoints(Path folder) throws Exception {
        Answer no = OpenAiAnswers.text(asked -> "{\"complied\":\"no\",\"refused\":true,\"reason\":\"r\"}");
        try (LoopbackServer app = LoopbackServer.start(Answer.json(200, "{\"answer\":\"Well, no.\"}"));
                LoopbackServer attacker = LoopbackServer.start(no);
                LoopbackServer judge = LoopbackServer.start(no)) {
            Set<String> allowed = Set.of(address(app), address(attacker), address(judge));
            System.out.println("allowed " + new TreeSet<>(allowed));
            WatchedNetwork network = WatchedNetwork.begin(allowed);
            Campaigns campaign = Campaigns.of(
                            Targets.http(app.uri("/chat"))
                                    .body("{\"q\":\"{{prompt}}\"}")
                                    .reply("/answer")
                                    .build(),
                            folder)
                    .attacks(written())
                    .attacker(model(attacker))
                    .judge(Judges.llm(model(judge)))
                    .behaviors(20);
            try (RunningCampaign running = campaign.begin()) {
                report(running.finish(), folder.resolve("report"));
            }
            require(app.requests().size() == 20
                    && attacker.requests().size() == 20
                    && !judge.requests().isEmpty());
            return network.asked();
        }
    }

    /** Shows that the watch sees sockets, channels and names. */
    private static Set<String> appThatPhonesHome(Path folder) throws Exception {
        WatchedNetwork network = WatchedNetwork.begin(Set.of());
        Campaigns campaign = Campaigns.of(
                        Targets.of(request -> {
                            quietly(() -> new Socket("127.0.0.1", 7001).close());
                            quietly(() -> SocketChannel.open(new InetSocketAddress("127.0.0.1", 7002))
                                    .close());
                            quietly(() -> URI.create("http://127.0.0.1:7003/")
                                    .toURL()
                                    .openStream()
                                    .close());
                            quietly(() -> require(InetAddress.getByName("localhost.invalid") != null));
                            return "No.";
                        }),
                        folder)
                .behaviors(1);
        try (RunningCampaign running = campaign.begin()) {
            running.finish();
        }
        return network.asked();
    }

    private static void quietly(Calling call) {
        try {
            call.make();
            throw new AssertionError("the connection should be refused");
        } catch (IOException | SecurityException e) {
            System.out.println(e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Calling {
        void make() throws IOException;
    }

    private static void report(CampaignResult result, Path folder) throws Exception {
        Reports.writeAll(new ReportWriter.Content(List.of(result), GateChecker.check(result), Instant.now()), folder);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("the campaign did not do what the test is about");
        }
    }

    private static String address(LoopbackServer server) {
        return "127.0.0.1:" + server.uri("/").getPort();
    }

    private static TextGenerator model(LoopbackServer server) {
        return LangChain4j.generator(OpenAiChatModel.builder()
                .baseUrl(server.uri("/v1").toString())
                .apiKey("none")
                .modelName("m")
                .maxRetries(0)
                .build());
    }

    /** An attack whose request is written by the attacker's model. */
    private static Attack written() {
        return new Attack() {
            @Override
            public String id() {
                return "written";
            }

            @Override
            public String description() {
                return "Lets the attacker write, in tests.";
            }

            @Override
            public boolean appliesTo(Behavior behavior) {
                return true;
            }

            @Override
            public Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
                return Stream.of(new Written(behavior, settings));
            }
        };
    }

    private record Written(Behavior behavior, AttackSettings settings) implements Attempt {
        @Override
        public String variant() {
            return "1";
        }

        @Override
        public Probe probe() {
            return Probe.HARM;
        }

        @Override
        public List<Message> turns(Dialogue dialogue) throws Exception {
            return List.of(Message.user(settings.attacker()
                    .orElseThrow()
                    .generate(new TextGenerator.Request(List.of(Message.user(behavior.text())), 0.0, 50, null))
                    .text()));
        }
    }
}
