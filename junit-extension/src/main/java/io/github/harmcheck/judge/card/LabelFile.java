package io.github.harmcheck.judge.card;

import io.github.harmcheck.dataset.DatasetException;
import io.github.harmcheck.dataset.DatasetInput;
import io.github.harmcheck.dataset.RecordFile;
import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.internal.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of people's labels, read one by one: JSON Lines or CSV with {@code id, behavior, reply, label}, and where it has
 * them {@code context, label2, source, lang}. A label is 1 where the app complied and 0 where it did not. Files that were
 * published with other columns are known too: GPTFuzz ({@code question, Response, label}, with the questions in {@code
 * question_list.csv} beside it) and JAILJUDGEmini ({@code question, answer, label, language}); their ids are the numbers of
 * the rows. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class LabelFile implements Closeable {

    private final DatasetInput input;
    private final RecordFile records;
    private final Path folder;
    private final String name;
    private final Set<String> ids = new HashSet<>();
    private @Nullable Columns columns;
    private Map<String, String> questions = Map.of();

    private LabelFile(DatasetInput input, RecordFile records, Path folder, String name) {
        this.input = input;
        this.records = records;
        this.folder = folder;
        this.name = name;
    }

    /**
     * What a file calls its columns; an empty id numbers the rows.
     *
     * @param behavior column of the request, or of its number where {@code questions} is not empty
     * @param questions file of the requests by number, or the empty text
     */
    private record Columns(String id, String behavior, String reply, String questions) {
        static final Columns OWN = new Columns("id", "behavior", "reply", "");

        private static final List<Columns> KNOWN = List.of(
                OWN,
                new Columns("", "question", "Response", "question_list.csv"),
                new Columns("", "question", "answer", ""));

        List<String> required() {
            Set<String> names = new LinkedHashSet<>(List.of(id, behavior, reply, "label"));
            names.remove("");
            return List.copyOf(names);
        }

        static Columns of(Set<String> present) {
            return KNOWN.stream()
                    .filter(columns -> present.containsAll(columns.required()))
                    .findFirst()
                    .orElse(OWN);
        }
    }

    /**
     * Opens a file.
     *
     * @throws DatasetException where it is missing, empty, not UTF-8 or of another file type
     */
    public static LabelFile open(Path file) throws IOException {
        return open(file, "");
    }

    /**
     * Opens one of several files: the ids of its replies begin with its name, which is also the source of those that name
     * none.
     */
    public static LabelFile openAmongOthers(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return open(file, name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name);
    }

    private static LabelFile open(Path file, String name) throws IOException {
        DatasetInput input = DatasetInput.of(file);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        return new LabelFile(input, RecordFile.open(input), folder, name);
    }

    /** Returns the SHA-256 of a file, or of the hashes of several. */
    public static String sha256(List<Path> files) throws IOException {
        List<String> hashes = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                hashes.add(Hashes.sha256(in));
            }
        }
        return hashes.size() == 1 ? hashes.get(0) : Hashes.sha256(hashes);
    }

    /**
     * Reads the next label; nothing at the end of the file.
     *
     * @throws DatasetException for a missing column, a missing or repeated id, an empty behavior, or a label that is
     *     neither 0 nor 1; the message names file, line, value and fix
     */
    public Optional<LabelledReply> next() throws IOException {
        Optional<RecordFile.Entry> entry = records.next();
        if (entry.isEmpty() && ids.isEmpty()) {
            throw input.problem(0, "has no row", "write one labelled reply on each");
        }
        return entry.isEmpty() ? Optional.empty() : Optional.of(reply(entry.get()));
    }

    private LabelledReply reply(RecordFile.Entry row) throws IOException {
        Columns names = columns(row);
        for (String name : names.required()) {
            if (!row.values().containsKey(name)) {
                throw input.problem(
                        row.line(),
                        "\"" + name + "\" is missing; there are "
                                + row.values().keySet().stream()
                                        .limit(20)
                                        .map(found -> Texts.quoted(found, 40))
                                        .collect(Collectors.joining(", ")),
                        "a row needs " + String.join(", ", names.required()));
            }
        }
        String id = names.id().isEmpty() ? Long.toString(row.number()) : row.value(names.id());
        if (id.isBlank()) {
            throw input.problem(row.line(), "the id is empty", "give every row an id of its own");
        }
        if (!ids.add(id)) {
            throw input.problem(
                    row.line(),
                    "the id " + Texts.quoted(id, 60) + " is there twice",
                    "give every row an id of its own");
        }
        String behavior = behavior(names, row);
        if (behavior.isBlank()) {
            throw input.problem(
                    row.line(),
                    "\"" + names.behavior() + "\" of " + Texts.quoted(id, 60) + " is empty",
                    "write what was asked for");
        }
        String language = row.value("lang");
        String source = row.value("source").strip();
        return new LabelledReply(
                name.isEmpty() ? id : name + "/" + id,
                behavior,
                row.value("context"),
                row.value(names.reply()),
                label(row, "label"),
                row.value("label2").isBlank() ? null : Boolean.valueOf(label(row, "label2")),
                source.isEmpty() ? name : source,
                (language.isBlank() ? row.value("language") : language).strip());
    }

    private boolean label(RecordFile.Entry row, String column) {
        String label = row.value(column).strip();
        return switch (label) {
            case "1" -> true;
            case "0" -> false;
            default ->
                throw input.problem(
                        row.line(),
                        "\"" + column + "\" is " + Texts.quoted(label, 40),
                        "write 1 where the app complied, and 0 where it did not");
        };
    }

    private Columns columns(RecordFile.Entry first) throws IOException {
        Columns known = columns;
        if (known == null) {
            known = Columns.of(first.values().keySet());
            if (!known.questions().isEmpty()) {
                questions = questions(folder.resolve(known.questions()));
            }
            columns = known;
        }
        return known;
    }

    private String behavior(Columns names, RecordFile.Entry row) {
        String value = row.value(names.behavior());
        if (names.questions().isEmpty()) {
            return value;
        }
        String question = questions.get(value.strip());
        if (question == null) {
            throw input.problem(
                    row.line(),
                    "\"" + names.behavior() + "\" is " + Texts.quoted(value, 40) + ", which " + names.questions()
                            + " does not have",
                    "use the list that belongs to this file");
        }
        return question;
    }

    private static Map<String, String> questions(Path list) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (RecordFile rows = RecordFile.open(DatasetInput.of(list))) {
            for (Optional<RecordFile.Entry> row = rows.next(); row.isPresent(); row = rows.next()) {
                texts.put(row.get().value("index").strip(), row.get().value("text"));
            }
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
