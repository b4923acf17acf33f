package io.github.harmcheck.result.io;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Shard;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The journal of one shard.
 *
 * @param file where it is
 * @param frame what it is
 * @param shard which part of its campaign
 */
record ShardJournal(Path file, JournalReader.Frame frame, Shard shard) {
    private static final int SHOWN = 300;

    CampaignHeader header() {
        return frame.header();
    }

    /** Returns why it cannot be merged as it is, where it did not run to its end. */
    Optional<String> unfinished() {
        CampaignEnd end = frame.end();
        String aborted = frame.aborted();
        if (aborted != null) {
            return Optional.of("it was aborted: " + Texts.oneLine(aborted, SHOWN));
        }
        if (end == null) {
            return Optional.of("it has no end record, its run was killed");
        }
        if (end.status() == CampaignEnd.Status.FINISHED) {
            return Optional.empty();
        }
        String reason = end.reason();
        return Optional.of(
                "it was stopped: " + Texts.oneLine(reason == null ? "no reason is recorded" : reason, SHOWN));
    }

    /** Returns all that shards of one campaign have in common, by the name a user knows it by. */
    Map<String, Object> campaign() {
        CampaignHeader header = header();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number of shards", shard.count());
        facts.put("seed", header.seed());
        facts.put("judge", header.verdictJudge());
        facts.put("version of the judge", header.verdictJudgeVersion());
        facts.put("card of the judge", header.card().map(ShardJournal::shown).orElse("none"));
        facts.put("attack judge", Optional.ofNullable(header.attackJudge()).orElse("none"));
        facts.put("attacks", header.attacks());
        facts.put("datasets", header.datasets());
        facts.put("trials", header.trials());
        facts.put("limits", header.limits());
        facts.put("mode", header.run().mode());
        facts.put("options of attacks", header.run().options());
        facts.put("version of HarmCheck", header.versions().getOrDefault("harmcheck", "unknown"));
        facts.put("planned attempts", header.plannedTrials());
        facts.put("planned behaviors", header.plannedBehaviors());
        facts.put("configuration hash", header.configHash());
        return facts;
    }

    private static String shown(JudgeCard card) {
        return (card.fit() ? "fit" : "unfit") + " of " + card.date() + " for " + card.judge() + ' ' + card.version()
                + " on labels " + card.labels();
    }

    /**
     * Reads all findings and checks that each belongs here and is here once.
     *
     * @param behaviors takes up {@code dataset/behavior} of each
     * @return how many there are
     * @throws JournalException for a finding that belongs to another shard, or is there twice
     */
    long check(Set<String> behaviors) throws IOException {
        Set<String> seen = new HashSet<>();
        try (JournalLines lines = new JournalLines(file)) {
            while (lines.next()) {
                if (!JournalReader.isFinding(lines.text())) {
                    continue;
                }
                AttemptKey key = key(lines);
                if (!shard.holds(key.dataset(), key.behavior())) {
                    throw new JournalException(
                            lines.place() + ": the finding " + key.id() + " does not belong to shard " + shard
                                    + ": the file was changed, or split by another version of HarmCheck; run it again");
                }
                if (!seen.add(key.id())) {
                    throw new JournalException(
                            lines.place() + ": the finding " + key.id() + " is there twice; run this shard again");
                }
                behaviors.add(key.dataset() + "/" + key.behavior());
            }
        }
        return seen.size();
    }

    private static AttemptKey key(JournalLines lines) throws IOException {
        try {
            Finding finding = JournalLine.read(lines.text()).finding();
            if (finding != null) {
                return finding.key();
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new JournalException(
                    lines.place() + " cannot be read (" + Texts.oneLine(e.getOriginalMessage(), 200)
                            + "): the file was changed or damaged; run this shard again",
                    e);
        }
        throw new JournalException(lines.place() + " is no finding: the file was changed; run this shard again");
    }

    /** Copies all records but those that are about the shard as a run, as they are. */
    void copyTo(BufferedWriter merged) throws IOException {
        try (JournalLines lines = new JournalLines(file)) {
            while (lines.next()) {
                String line = lines.text();
                if (!line.startsWith("{\"header\":") && !line.startsWith("{\"end\":")) {
                    merged.write(line);
                    merged.write('\n');
                }
            }
        }
    }
}
