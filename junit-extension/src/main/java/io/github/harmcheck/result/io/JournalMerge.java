package io.github.harmcheck.result.io;

import io.github.harmcheck.internal.AtomicFiles;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.RunDetails;
import io.github.harmcheck.result.Shard;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins the journals of the shards of campaigns to one journal per campaign, as if one machine had run it. Refuses where
 * a shard is missing, doubled, of another run, not finished or too old, where findings overlap, and where they are not as
 * many as were planned: nothing is written then. Reads line by line, and has the ids of one shard in memory at most.
 *
 * <p>The merged campaign begins with the merge, so that the gate of the build that merges counts it; how old shards may
 * be is asked here instead. Merging the same shards again replaces the merged journal.
 *
 * @since 0.1.0
 */
public final class JournalMerge {
    /** How long ago a shard may have begun unless something else is said: a day. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofHours(24);

    private final Instant now;
    private final Duration maxAge;
    private final Predicate<CampaignHeader> wanted;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private JournalMerge(Instant now, Duration maxAge, Predicate<CampaignHeader> wanted) {
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.maxAge = maxAge;
        this.wanted = wanted;
    }

    /**
     * Merges all shards below some folders.
     *
     * @param folders where shards left their journals, searched with all folders below them
     * @param findings where merged journals go; whole campaigns that lie there already are left alone
     * @param now when the merged campaigns begin
     * @param maxAge how far the start of a shard may be from now
     * @param wanted the campaigns to merge; others are passed over
     * @throws JournalException where anything keeps shards from being joined; the message names files and fixes
     */
    public static Joined merge(
            List<Path> folders, Path findings, Instant now, Duration maxAge, Predicate<CampaignHeader> wanted)
            throws IOException {
        return new JournalMerge(now, maxAge, wanted).join(folders, findings);
    }

    private Joined join(List<Path> folders, Path findings) throws IOException {
        List<Path> files = files(folders);
        int found = 0;
        Map<List<String>, List<ShardJournal>> byCampaign = new LinkedHashMap<>();
        for (Path file : files) {
            JournalReader.Frame frame = frame(file);
            if (frame == null) {
                continue;
            }
            CampaignHeader header = frame.header();
            Shard shard = header.run().shard();
            if (header.partial()) {
                notes.add("passed over, a partial run, which stands for no full one: " + file);
            } else if (shard == null) {
                requireShard(file, findings);
            } else {
                found++;
                if (wanted.test(header)) {
                    byCampaign
                            .computeIfAbsent(key(header), any -> new ArrayList<>())
                            .add(new ShardJournal(file, frame, shard));
                }
            }
        }
        if (found == 0 && problems.isEmpty()) {
            problems.add("there is no journal of a shard below " + folders
                    + ": set harmcheck.mergeFrom to the folders that all shards left in target/harmcheck/findings");
        }
        return join(byCampaign.values(), findings);
    }

    private Joined join(Collection<List<ShardJournal>> campaigns, Path findings) throws IOException {
        List<ShardedCampaign> sound = new ArrayList<>();
        for (List<ShardJournal> journals : campaigns) {
            ShardedCampaign campaign = new ShardedCampaign(journals);
            problems.addAll(campaign.problems(now, maxAge));
            sound.add(campaign);
        }
        if (!problems.isEmpty()) {
            throw new JournalException("the shards cannot be merged:\n"
                    + Stream.concat(problems.stream(), notes.stream())
                            .map(line -> "  - " + line)
                            .collect(Collectors.joining("\n")));
        }
        List<Campaign> merged = new ArrayList<>();
        for (ShardedCampaign campaign : sound) {
            merged.add(write(campaign, findings));
        }
        return new Joined(merged, notes);
    }

    private static List<Path> files(List<Path> folders) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new JournalException(
                        folder + " is no folder: set harmcheck.mergeFrom to the folders that shards left");
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) all::iterator) {
                    if (file.getFileName().toString().endsWith(".jsonl") && Files.isRegularFile(file)) {
                        files.add(file.toRealPath());
                    }
                }
            }
        }
        return List.copyOf(files);
    }

    /** Returns nothing for a file that is no journal, for example of reviews. */
    private JournalReader.@Nullable Frame frame(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            char[] start = new char["{\"header\":".length()];
            int length = lines.read(start);
            if (length < start.length || !new String(start).equals("{\"header\":")) {
                notes.add("passed over, no journal: " + file);
                return null;
            }
        }
        try {
            return JournalReader.frame(file);
        } catch (JournalException e) {
            problems.add(Texts.oneLine(String.valueOf(e.getMessage()), 1_000));
            return null;
        }
    }

    private void requireShard(Path file, Path findings) throws IOException {
        if (!Files.isDirectory(findings) || !file.startsWith(findings.toRealPath())) {
            problems.add(
                    file + " is no shard but a campaign of its own: take it out of harmcheck.mergeFrom, or run it with"
                            + " harmcheck.shard as the others");
        }
    }

    /** A campaign that was started by hand has nothing but its configuration to be known by. */
    private static List<String> key(CampaignHeader header) {
        String testClass = header.testClass();
        return List.of(
                testClass == null ? "" : testClass,
                Objects.requireNonNullElse(header.testMethod(), ""),
                header.target(),
                Boolean.toString(header.reference()),
                testClass == null ? header.configHash() : "");
    }

    private Campaign write(ShardedCampaign campaign, Path findings) throws IOException {
        List<ShardJournal> journals = campaign.journals();
        CampaignHeader header = header(campaign);
        Instant ended = journals.stream()
                .flatMap(journal -> Stream.ofNullable(journal.frame().end()))
                .map(CampaignEnd::time)
                .max(Comparator.naturalOrder())
                .orElse(now);
        CampaignEnd end = new CampaignEnd(ended, CampaignEnd.Status.FINISHED, null, header.plannedTrials());
        Path file = findings.resolve(header.runId() + ".jsonl");
        AtomicFiles.write(file, merged -> {
            merged.write(line(new JournalLine(header, null, null, null, null)));
            for (ShardJournal journal : journals) {
                journal.copyTo(merged);
            }
            merged.write(line(new JournalLine(null, null, null, null, end)));
        });
        return new Campaign(file, header, journals.size(), header.plannedTrials());
    }

    private static String line(JournalLine line) throws IOException {
        return new String(JournalLine.write(line), StandardCharsets.UTF_8);
    }

    private CampaignHeader header(ShardedCampaign campaign) {
        CampaignHeader first = campaign.header();
        String runs = campaign.journals().stream()
                .map(journal -> journal.header().runId())
                .sorted()
                .collect(Collectors.joining(","));
        RunDetails run = first.run();
        return new CampaignHeader(
                first.schema(),
                UUID.nameUUIDFromBytes(runs.getBytes(StandardCharsets.UTF_8)).toString(),
                now,
                first.configHash(),
                false,
                first.testClass(),
                first.testMethod(),
                first.limits(),
                first.datasets(),
                first.attacks(),
                first.target(),
                first.reference(),
                first.verdictJudge(),
                first.verdictJudgeVersion(),
                first.attackJudge(),
                first.seed(),
                first.trials(),
                first.plannedBehaviors(),
                first.plannedTrials(),
                versions(campaign),
                new RunDetails(run.mode(), null, null, run.earlyStop(), run.options(), run.followUps()),
                first.verdictJudgeCard());
    }

    /** Machines may differ in what does not decide, such as Java's patch level: all values are kept. */
    private static Map<String, String> versions(ShardedCampaign campaign) {
        Map<String, TreeSet<String>> values = new TreeMap<>();
        for (ShardJournal journal : campaign.journals()) {
            journal.header()
                    .versions()
                    .forEach((name, version) ->
                            values.computeIfAbsent(name, any -> new TreeSet<>()).add(version));
        }
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join(", ", entry.getValue())));
    }

    /**
     * What was merged.
     *
     * @param campaigns one for each test and target
     * @param notes what was passed over, for the log
     */
    public record Joined(List<Campaign> campaigns, List<String> notes) {
        public Joined {
            campaigns = List.copyOf(campaigns);
            notes = List.copyOf(notes);
        }
    }

    /**
     * One merged campaign.
     *
     * @param journal where it is
     * @param header what it is
     * @param shards how many were joined
     * @param findings how many findings it holds
     */
    public record Campaign(Path journal, CampaignHeader header, int shards, long findings) {}
}
