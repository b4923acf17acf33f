package io.github.harmcheck.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A published dataset that HarmCheck does not ship, with the checksums of its published copies. The list is
 * {@code known-datasets.csv} beside this class; one more dataset is one more line.
 *
 * @param name what users call it
 * @param file its file
 * @param folders subfolders of the datasets folder in which it may lie too
 * @param split the split of its rows, or null
 * @param sha256 checksums of the published copies
 * @param source where to get it
 */
record KnownDataset(
        String name,
        String file,
        List<String> folders,
        @Nullable String split,
        List<String> sha256,
        String source) {

    private static final class Catalogue {
        static final List<KnownDataset> ALL = read();

        private static List<KnownDataset> read() {
            try (InputStream in = KnownDataset.class.getResourceAsStream("known-datasets.csv");
                    CsvReader<NamedCsvRecord> rows =
                            CsvReader.builder().ofNamedCsvRecord(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
                return rows.stream().map(KnownDataset::of).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<KnownDataset> all() {
        return Catalogue.ALL;
    }

    private static KnownDataset of(NamedCsvRecord row) {
        String split = row.getField("split");
        return new KnownDataset(
                row.getField("name"),
                row.getField("file"),
                List.of(row.getField("folders").split(" ", -1)),
                split.isEmpty() ? null : split,
                List.of(row.getField("sha256").split(" ", -1)),
                row.getField("source"));
    }

    /**
     * Finds the dataset and checks that it is what was published.
     *
     * @param given folder of datasets, or null for the property {@code harmcheck.datasets} or the environment variable
     *     {@code HARMCHECK_DATASETS}
     */
    BehaviorDataset load(@Nullable Path given) {
        Path folder = given != null
                ? given
                : configuredFolder().orElseThrow(() -> missing("the property harmcheck.datasets is not set"));
        if (!Files.isDirectory(folder)) {
            throw missing(
                    "the folder " + quoted(folder) + " " + (Files.exists(folder) ? "is a file" : "does not exist"));
        }
        Path path = places(folder).stream()
                .filter(place -> Files.exists(place, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow(() -> missing(
                        file + " is not in " + quoted(folder) + " or its subfolder " + String.join(" or ", folders)));
        DatasetInput input = new DatasetInput(FileSource.of(path), name, split);
        BehaviorDataset dataset = FileDataset.of(input, Readers.pick(input));
        if (!sha256.contains(dataset.sha256())) {
            throw input.problem(
                    0,
                    "is not the published " + name + ": its SHA-256 is " + dataset.sha256() + ", expected "
                            + String.join(" or ", sha256),
                    "get it again from " + source + " (git may have changed its line ends: core.autocrlf), or load"
                            + " your own version of it as file:<path>");
        }
        return dataset;
    }

    private List<Path> places(Path folder) {
        List<Path> places = new ArrayList<>();
        places.add(folder.resolve(file));
        folders.forEach(subfolder -> places.add(folder.resolve(subfolder).resolve(file)));
        return places;
    }

    private DatasetMissingException missing(String why) {
        return new DatasetMissingException("the dataset " + name + " is not here: " + why + "; get " + file + " from "
                + source + ", put it into a folder and name the folder in harmcheck.datasets");
    }

    private static Optional<Path> configuredFolder() {
        return Stream.of(
                        Optional.ofNullable(System.getProperty("harmcheck.datasets")),
                        Optional.ofNullable(System.getenv("HARMCHECK_DATASETS")))
                .flatMap(Optional::stream)
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(KnownDataset::folder);
    }

    private static Path folder(String value) {
        try {
            return Path.of(value.strip());
        } catch (InvalidPathException e) {
            throw new DatasetException(
                    "harmcheck.datasets is " + Texts.quoted(value, 200) + ", but takes the path of a folder", e);
        }
    }

    private static String quoted(Path path) {
        return Texts.quoted(path.toString(), 300);
    }
}
