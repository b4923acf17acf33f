package io.github.harmcheck.maven;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.gate.BuildGate;
import io.github.harmcheck.gate.BuildGateResult;
import io.github.harmcheck.gate.ExpectedTest;
import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.gate.UnreadableJournal;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.io.JournalException;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a build leaves for the gate to read: journals, reviews and compiled tests of its modules.
 *
 * @param campaigns what the journals say
 * @param unreadable journals that cannot be believed
 * @param expected the tests that exist
 * @param reviews the reviews that were applied
 */
record BuildEvidence(
        List<CampaignResult> campaigns,
        List<UnreadableJournal> unreadable,
        List<ExpectedTest> expected,
        List<Reviews> reviews) {

    /** Longest first line that is searched for the start of a campaign. */
    private static final int MAX_HEADER = 1 << 20;

    static BuildEvidence read(List<ModuleFiles> modules) throws IOException {
        BuildEvidence evidence =
                new BuildEvidence(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<Path, Reviews> reviewFiles = new HashMap<>();
        Set<Path> folders = new HashSet<>();
        for (ModuleFiles module : modules) {
            Path file = module.reviews().toAbsolutePath().normalize();
            Reviews reviews = reviewFiles.get(file);
            if (reviews == null) {
                reviews = Reviews.read(file);
                reviewFiles.put(file, reviews);
                evidence.reviews.add(reviews);
            }
            // Modules may share a folder, and a campaign must not count twice.
            if (folders.add(module.findings().toAbsolutePath().normalize())) {
                evidence.readJournals(module.findings(), reviews);
            }
            evidence.expected.addAll(HarmTestScanner.scan(module.testClasses(), module.classpath()));
        }
        return evidence;
    }

    /** Returns what the gate says; reviews that match nothing are among its warnings. */
    BuildGateResult check(GateConfig config) {
        BuildGateResult result = BuildGate.check(campaigns, unreadable, expected, config);
        GateResult gate = result.gate();
        List<String> warnings = Stream.concat(
                        gate.warnings().stream(),
                        reviews.stream()
                                .flatMap(all -> all.unused().stream())
                                .map(review -> "review matches no finding: " + review))
                .toList();
        return new BuildGateResult(
                new GateResult(gate.status(), gate.violations(), gate.lines(), warnings), result.campaigns());
    }

    private void readJournals(Path findings, Reviews reviews) throws IOException {
        for (Path journal : JournalReader.journals(findings)) {
            try {
                campaigns.add(JournalReader.read(journal, reviews));
            } catch (JournalException e) {
                unreadable.add(new UnreadableJournal(
                        journal.toString(), Texts.oneLine(String.valueOf(e.getMessage()), 1000), start(journal)));
            }
        }
    }

    /** A journal that broke in the middle may still say when it began, and so whether it is of this build at all. */
    private static @Nullable Instant start(Path journal) {
        try (BufferedReader lines = Files.newBufferedReader(journal, StandardCharsets.UTF_8)) {
            char[] head = new char[MAX_HEADER];
            int length = 0;
            for (int n = lines.read(head); n > 0; n = lines.read(head, length, head.length - length)) {
                length += n;
            }
            String text = new String(head, 0, length);
            int end = text.indexOf('\n');
            JsonNode header = Json.MAPPER
                    .readTree(end < 0 ? text : text.substring(0, end))
                    .path("header");
            return Instant.parse(header.path("start").asText());
        } catch (IOException | DateTimeException e) {
            return null;
        }
    }
}
