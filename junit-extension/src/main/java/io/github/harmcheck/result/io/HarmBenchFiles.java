package io.github.harmcheck.result.io;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.internal.AtomicFiles;
import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * HarmBench's interchange files, in the layout of its pipeline:
 * {@code <attack>/<dataset>/completions/<target>.json} holds {@code {BehaviorID: [{test_case, generation}]}} and
 * {@code <attack>/<dataset>/results/<target>.json} the same with {@code label}: 1 for a success, confirmed or not, 0
 * where the app refused, deflected or was blocked, -1 for UNDECIDED and ERROR, so that HarmBench's rate over them is
 * {@link io.github.harmcheck.result.AttackSuccessRate#harmBench()}. An ERROR is no completion and stands in the results
 * only, lest a classifier take its empty text for a refusal. The safe side of advice is left out. The turns of a dialogue
 * are joined by an empty line. Format: HarmBench (arXiv 2402.04249), {@code docs/} and {@code evaluate_completions.py}.
 *
 * @since 0.1.0
 */
public final class HarmBenchFiles {
    private HarmBenchFiles() {}

    /**
     * Writes the files of campaigns and removes those of earlier campaigns. Texts pass through a temporary file, so that
     * only ids are held in memory.
     *
     * @param root the folder, which belongs to these files alone; created where there is something to write
     * @return the files, sorted
     */
    public static List<Path> write(List<CampaignResult> campaigns, Path root) throws IOException {
        List<Path> written = new ArrayList<>();
        try (TextSpill spill = TextSpill.open()) {
            for (Map.Entry<Group, Map<String, Map<String, Entry>>> group :
                    spillAll(campaigns, spill).entrySet()) {
                written.add(write(group.getKey().file(root, "completions"), group.getValue(), spill, false));
                written.add(write(group.getKey().file(root, "results"), group.getValue(), spill, true));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        removeOthers(root, written);
        return written.stream().sorted().toList();
    }

    /** One pair of files. */
    private record Group(String attack, String dataset, String target) {
        Path file(Path root, String kind) {
            return root.resolve(attack).resolve(dataset).resolve(kind).resolve(target + ".json");
        }
    }

    /** Where one completion lies in the spill file. */
    private record Entry(TextSpill.Place place, Outcome outcome) {}

    private static Map<Group, Map<String, Map<String, Entry>>> spillAll(List<CampaignResult> campaigns, TextSpill spill)
            throws IOException {
        Map<Group, Map<String, Map<String, Entry>>> groups = new LinkedHashMap<>();
        int number = 0;
        for (CampaignResult campaign : campaigns) {
            number++;
            try (Stream<Finding> findings = campaign.findings().stream()) {
                for (Iterator<Finding> all = findings.iterator(); all.hasNext(); ) {
                    Finding finding = all.next();
                    if (finding.side() == Side.SAFE) {
                        continue;
                    }
                    AttemptKey key = finding.key();
                    Group group = new Group(name(key.attack()), name(key.dataset()), name(finding.target()));
                    // Journals are in the order of completion; the files are not, so that two runs can be compared.
                    String order = key.variant() + '/' + "%06d/%06d".formatted(key.trial(), number);
                    groups.computeIfAbsent(group, absent -> new TreeMap<>())
                            .computeIfAbsent(key.behavior(), absent -> new TreeMap<>())
                            .put(order, new Entry(spill.add(completion(finding)), finding.outcome()));
                }
            }
        }
        return groups;
    }

    private static String completion(Finding finding) throws IOException {
        Map<String, String> completion = new LinkedHashMap<>();
        completion.put(
                "test_case",
                finding.messages().stream()
                        .filter(message -> message.role() == Message.Role.USER)
                        .map(Message::text)
                        .collect(Collectors.joining("\n\n")));
        completion.put("generation", finding.replyText());
        return Json.MAPPER.writeValueAsString(completion);
    }

    private static int label(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> 1;
            case REFUSED, DEFLECTED, BLOCKED -> 0;
            case UNDECIDED, ERROR -> -1;
        };
    }

    private static Path write(Path file, Map<String, Map<String, Entry>> behaviors, TextSpill spill, boolean labels)
            throws IOException {
        AtomicFiles.write(file, writer -> {
            String separator = "{\n  ";
            for (Map.Entry<String, Map<String, Entry>> behavior : behaviors.entrySet()) {
                writer.write(separator);
                writer.write(Json.MAPPER.writeValueAsString(behavior.getKey()));
                writer.write(": [");
                writeEntries(writer, behavior.getValue(), spill, labels);
                writer.write("\n  ]");
                separator = ",\n  ";
            }
            writer.write("\n}\n");
        });
        return file;
    }

    private static void writeEntries(BufferedWriter writer, Map<String, Entry> entries, TextSpill spill, boolean labels)
            throws IOException {
        String separator = "\n    ";
        for (Entry entry : entries.values()) {
            if (entry.outcome() == Outcome.ERROR && !labels) {
                continue;
            }
            String json = spill.read(entry.place());
            writer.write(separator);
            writer.write(json, 0, json.length() - 1);
            writer.write(labels ? ",\"label\":" + label(entry.outcome()) + "}" : "}");
            separator = ",\n    ";
        }
    }

    /** A file name: the text itself where it is safe, else with a part of its hash, so that two never meet. */
    private static String name(String text) {
        if (AttemptKey.isPart(text) && !text.startsWith(".") && !text.endsWith(".")) {
            return text;
        }
        String safe = text.substring(0, Math.min(60, text.length())).replaceAll("[^A-Za-z0-9_-]", "_");
        return safe + "-" + Hashes.sha256(text).substring(0, 8);
    }

    private static void removeOthers(Path root, List<Path> written) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root, 4)) {
            for (Path path : all.toList()) {
                if (path.toString().endsWith(".json") && Files.isRegularFile(path) && !written.contains(path)) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
