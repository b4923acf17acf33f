package io.github.harmcheck.result.io;

import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.Shard;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shards of one campaign. Finds what keeps them from being one result; only where nothing does may they be joined. */
final class ShardedCampaign {
    private final List<ShardJournal> journals;
    private final List<String> problems = new ArrayList<>();

    /**
     * Takes the journals of one test and target, of which a run that was continued by another is left out.
     *
     * @param all one or more
     */
    ShardedCampaign(List<ShardJournal> all) {
        Set<String> continued = all.stream()
                .map(journal -> journal.header().run().resumedFrom())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.journals = all.stream()
                .filter(journal -> !continued.contains(journal.header().runId()))
                .sorted(Comparator.comparing(
                                (ShardJournal journal) -> journal.shard().index())
                        .thenComparing(journal -> journal.header().start())
                        .thenComparing(ShardJournal::file))
                .toList();
    }

    /** Returns its shards in order. */
    List<ShardJournal> journals() {
        return journals;
    }

    /** Returns what keeps the shards from being joined, each with files and a fix; empty where nothing does. */
    List<String> problems(Instant now, Duration maxAge) throws IOException {
        List<ShardJournal> finished = new ArrayList<>();
        for (ShardJournal journal : journals) {
            checkAge(journal, now, maxAge);
            journal.unfinished()
                    .ifPresentOrElse(
                            why -> problem("shard " + journal.shard() + " in " + journal.file()
                                    + " did not finish: " + why
                                    + "; run it again, with harmcheck.resume=true to keep what"
                                    + " it has"),
                            () -> finished.add(journal));
        }
        checkOneRun(finished);
        checkEachOnce();
        if (problems.isEmpty()) {
            checkFindings();
        }
        return problems;
    }

    private void checkAge(ShardJournal journal, Instant now, Duration maxAge) {
        Instant start = journal.header().start();
        if (Duration.between(start, now).abs().compareTo(maxAge) > 0) {
            problem(journal.file() + " began at " + start + ", more than " + text(maxAge) + " from now, " + now
                    + ": take the shards of this build, or raise harmcheck.mergeMaxAge");
        }
    }

    private void checkOneRun(List<ShardJournal> finished) {
        if (finished.isEmpty()) {
            return;
        }
        ShardJournal first = finished.get(0);
        for (ShardJournal other : finished.subList(1, finished.size())) {
            Map<String, Object> expected = first.campaign();
            other.campaign().entrySet().stream()
                    .filter(fact -> !fact.getValue().equals(expected.get(fact.getKey())))
                    .findFirst()
                    .ifPresent(fact -> problem(other.file() + " is not of the same run as " + first.file() + ": "
                            + fact.getKey() + " is " + shown(fact.getValue()) + ", not "
                            + shown(expected.get(fact.getKey()))
                            + "; run all shards with the same code and settings, and take those only"));
        }
    }

    private static String shown(@Nullable Object value) {
        return Texts.oneLine(String.valueOf(value), 200);
    }

    private void checkEachOnce() {
        Set<Integer> counts =
                journals.stream().map(journal -> journal.shard().count()).collect(Collectors.toSet());
        if (counts.size() > 1) {
            problem("there are shards of " + counts.stream().sorted().toList() + " in all: " + files(journals)
                    + "; take those of one run only");
            return;
        }
        Map<Integer, List<ShardJournal>> byIndex = journals.stream()
                .collect(Collectors.groupingBy(journal -> journal.shard().index(), TreeMap::new, Collectors.toList()));
        byIndex.values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> problem("shard " + same.get(0).shard() + " is there " + same.size() + " times: "
                        + files(same)
                        + "; keep the one of this build, and do not split a test that runs several times in one, as an"
                        + " inherited nested or a parameterized class does"));
        int count = counts.iterator().next();
        for (int index = 1; index <= count; index++) {
            if (!byIndex.containsKey(index)) {
                Shard missing = new Shard(index, count);
                problem("shard " + missing + " is missing, there are " + files(journals)
                        + ": run it with harmcheck.shard=" + missing + ", or add the folder that it left");
            }
        }
    }

    private void checkFindings() {
        CampaignHeader header = header();
        Set<String> behaviors = new HashSet<>();
        long findings = 0;
        for (ShardJournal journal : journals) {
            try {
                findings += journal.check(behaviors);
            } catch (IOException e) {
                problem(String.valueOf(e.getMessage()));
                return;
            }
        }
        if (findings != header.plannedTrials() || behaviors.size() != header.plannedBehaviors()) {
            problem("all shards together hold " + findings + " findings on " + behaviors.size() + " behaviors, but "
                    + header.plannedTrials() + " on " + header.plannedBehaviors() + " were planned: " + files(journals)
                    + "; run them again");
        }
    }

    CampaignHeader header() {
        return journals.get(0).header();
    }

    private void problem(String text) {
        String name = Texts.oneLine(header().title(), 200) + " [" + Texts.oneLine(header().target(), 60) + "]";
        problems.add(name + ": " + text);
    }

    /** As a setting is written: {@code 24h}. */
    private static String text(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    private static String files(List<ShardJournal> journals) {
        Stream<String> named = journals.stream().map(journal -> journal.shard() + " in " + journal.file());
        return named.collect(Collectors.joining(", "));
    }
}
