package io.github.harmcheck.dataset;

import io.github.harmcheck.internal.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Picks the reader of a file. */
final class Readers {
    private Readers() {}

    /**
     * Returns the one reader that takes the file.
     *
     * @throws DatasetException where none or several do
     */
    static DatasetReader pick(DatasetInput input) {
        List<DatasetReader> all = all();
        List<DatasetReader> takers =
                all.stream().filter(reader -> reader.reads(input)).toList();
        if (takers.size() == 1) {
            return takers.get(0);
        }
        if (takers.isEmpty()) {
            throw input.problem(
                    1,
                    "no format fits the file type " + Texts.quoted(input.fileType(), 20) + " and the beginning "
                            + Texts.quoted(input.head(), 80),
                    "use one of " + formats(all));
        }
        throw input.problem(
                0, "several readers take this file: " + formats(takers), "let only one of them return true for it");
    }

    /** Returns the readers that HarmCheck's own class loader and the thread's know, each class once. */
    private static List<DatasetReader> all() {
        Map<Class<?>, DatasetReader> readers = new LinkedHashMap<>();
        ServiceLoader.load(DatasetReader.class, DatasetReader.class.getClassLoader())
                .forEach(reader -> readers.putIfAbsent(reader.getClass(), reader));
        ServiceLoader.load(DatasetReader.class).forEach(reader -> readers.putIfAbsent(reader.getClass(), reader));
        return List.copyOf(readers.values());
    }

    private static String formats(List<DatasetReader> readers) {
        return readers.stream().map(DatasetReader::format).collect(Collectors.joining("; "));
    }
}
