package io.github.harmcheck.bench;

import io.github.harmcheck.campaign.Campaign;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.dataset.Datasets;
import io.github.harmcheck.internal.Secrets;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.judge.Judges;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Findings;
import io.github.harmcheck.result.ResultTally;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.JournalWriter;
import io.github.harmcheck.result.io.Reviews;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.Targets;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Shows where the processor time of an attempt goes, part by part, each alone and warm. Arguments: a folder to write
 * to, attempts, concurrency of the engine. A table for developers; no other program reads it.
 */
final class PartCosts {
    private static final int ROUNDS = 3;
    private static final Judge NOTHING =
            exchange -> Verdict.of(Outcome.REFUSED, false, 0.0, "declines", "nothing", "1");

    private final PrintStream out = System.out;
    private final Path folder;
    private final int attempts;
    private final int concurrency;

    private PartCosts(Path folder, int attempts, int concurrency) {
        this.folder = folder;
        this.attempts = attempts;
        this.concurrency = concurrency;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        new PartCosts(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2])).run();
    }

    private void run() throws Exception {
        Path dataset = Chat.dataset(folder, attempts);
        List<Exchange> exchanges = Replies.list().stream()
                .map(text -> new Exchange(behavior(), Probe.HARM, List.of(Reply.of(text))))
                .toList();
        Judge offline = Judges.offline();
        show("judge", repeated(number -> offline.judge(exchanges.get(number % exchanges.size()))));
        show("masking of one reply", repeated(number -> Secrets.mask(Replies.text(number))));
        show("id of an attempt", repeated(number -> new AttemptKey("bench", "b" + number, "direct", "1", 1)));
        show("reading the dataset", () -> {
            try (Stream<Behavior> behaviors =
                    Datasets.load("file:" + dataset).behaviors()) {
                behaviors.forEach(behavior -> {});
            }
        });
        show("planning", () -> planned(dataset).plan());
        CampaignResult result = campaign(dataset, offline, 1);
        List<Finding> findings;
        try (Stream<Finding> stream = result.findings().stream()) {
            findings = stream.toList();
        }
        show("journal writing", () -> {
            try (JournalWriter journal = new JournalWriter(folder.resolve(name()), result.header())) {
                for (Finding finding : findings) {
                    journal.append(finding);
                }
            }
        });
        Path journal = folder.resolve("findings").resolve(result.header().runId() + ".jsonl");
        show("journal reading and tallying", () -> JournalReader.read(journal, Reviews.none()));
        Findings kept = findings::stream;
        show("tallying", () -> ResultTally.of(result.header(), result.end().orElse(null), null, kept));
        show("engine, judge and journal, no network, 1 at a time", () -> campaign(dataset, offline, 1));
        show("engine and journal, no judge, 1 at a time", () -> campaign(dataset, NOTHING, 1));
        show(
                "engine, judge and journal, no network, " + concurrency + " at a time",
                () -> campaign(dataset, offline, concurrency));
        show(
                "engine and journal, no judge, " + concurrency + " at a time",
                () -> campaign(dataset, NOTHING, concurrency));
    }

    private Campaign.Builder planned(Path dataset) {
        return Campaign.withoutTarget()
                .behaviors(Datasets.load("file:" + dataset))
                .attacks("direct")
                .maxCalls(attempts);
    }

    private CampaignResult campaign(Path dataset, Judge judge, int atATime) throws InterruptedException {
        Target target = new Target() {
            @Override
            public Conversation open(AttemptKey key) {
                return message -> Reply.of(Replies.text(number(key)));
            }
        };
        return Campaign.against(Targets.named("app", target))
                .behaviors(Datasets.load("file:" + dataset))
                .attacks("direct")
                .judge(judge)
                .concurrency(atATime)
                .maxCalls(attempts)
                .findingsFolder(folder.resolve("findings"))
                .run();
    }

    private static int number(AttemptKey key) {
        return Integer.parseInt(key.behavior().substring(1));
    }

    private static Behavior behavior() {
        return new Behavior(
                "bench",
                "b17",
                Chat.prompt(17),
                FunctionalCategory.STANDARD,
                "illegal",
                null,
                List.of(),
                null,
                null);
    }

    private Part repeated(Numbered one) {
        return () -> {
            for (int i = 0; i < attempts; i++) {
                one.apply(i);
            }
        };
    }

    /** The last round counts: those before it warm the compiler up. */
    private void show(String name, Part part) throws Exception {
        long cpu = 0;
        long wall = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Duration before = cpu();
            long start = System.nanoTime();
            part.run();
            wall = System.nanoTime() - start;
            cpu = cpu().minus(before).toNanos();
        }
        out.println(String.format(
                Locale.ROOT,
                "%8.4f ms CPU, %8.4f ms wall for each attempt: %s",
                cpu / 1e6 / attempts,
                wall / 1e6 / attempts,
                name));
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static String name() {
        return "journal-" + UUID.randomUUID();
    }

    @FunctionalInterface
    private interface Numbered {
        Object apply(int number) throws Exception;
    }

    @FunctionalInterface
    private interface Part {
        void run() throws Exception;
    }
}
