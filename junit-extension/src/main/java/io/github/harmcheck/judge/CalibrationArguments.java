package io.github.harmcheck.judge;

import io.github.harmcheck.internal.Texts;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of {@link Calibration}: {@code --labels} measures a judge, {@code --sample} draws an audit sample.
 *
 * @param values what was given, by name
 */
record CalibrationArguments(Map<String, List<String>> values) {

    private static final String LABELS = "--labels";
    private static final String SAMPLE = "--sample";
    private static final Map<String, String> BELONGS_TO = Map.of(
            "--judge", LABELS,
            "--card", LABELS,
            "--predictions", LABELS,
            "--findings", SAMPLE,
            "--reviews", SAMPLE,
            "--audit", SAMPLE,
            "--seed", SAMPLE);
    private static final String USAGE =
            "write --labels FILE [--judge offline|class|id] [--card OUT.json] [--predictions OUT.jsonl],"
                    + " or --sample N [--findings FOLDER] [--reviews FILE] [--audit OUT.csv] [--seed N]";

    static CalibrationArguments parse(String[] arguments) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!isName(name)) {
                throw wrong("unknown argument " + Texts.quoted(name, 60));
            }
            if (i + 1 == arguments.length || isName(arguments[i + 1])) {
                throw wrong(name + " has no value");
            }
            List<String> given = values.computeIfAbsent(name, any -> new ArrayList<>());
            given.add(arguments[i + 1]);
            if (given.size() > 1 && !name.equals(LABELS)) {
                throw wrong(name + " is given twice");
            }
        }
        if (values.containsKey(LABELS) == values.containsKey(SAMPLE)) {
            throw wrong(
                    values.containsKey(LABELS) ? "--labels and --sample are two things to do" : "--labels is missing");
        }
        for (String name : values.keySet()) {
            String home = BELONGS_TO.get(name);
            if (home != null && !values.containsKey(home)) {
                throw wrong(name + " belongs to " + home);
            }
        }
        return new CalibrationArguments(values);
    }

    private static boolean isName(String argument) {
        return argument.equals(LABELS) || argument.equals(SAMPLE) || BELONGS_TO.containsKey(argument);
    }

    private static IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(problem + "; " + USAGE);
    }

    boolean draws() {
        return values.containsKey(SAMPLE);
    }

    /** Returns the files of labels, at least one. */
    List<Path> labels() {
        return values.getOrDefault(LABELS, List.of()).stream()
                .map(value -> path(LABELS, value))
                .toList();
    }

    int sample() {
        return (int) whole(SAMPLE, 1, 1);
    }

    long seed() {
        return whole("--seed", 1, Long.MIN_VALUE);
    }

    private long whole(String name, long otherwise, long least) {
        Optional<String> text = text(name);
        try {
            long value = text.map(Long::parseLong).orElse(otherwise);
            if (value >= least && (least == Long.MIN_VALUE || value <= Integer.MAX_VALUE)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + " is " + Texts.quoted(text.orElse(""), 40) + "; write a whole number", e);
        }
        throw new IllegalArgumentException(
                name + " is " + Texts.quoted(text.orElse(""), 40) + "; write a whole number of at least " + least);
    }

    Optional<Path> path(String name) {
        return text(name).map(value -> path(name, value));
    }

    Path path(String name, Path otherwise) {
        return path(name).orElse(otherwise);
    }

    private Optional<String> text(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Path path(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " is no path: " + Texts.quoted(value, 200), e);
        }
    }

    /**
     * Returns the judge named by its class, which has a public constructor without parameters, or by its id.
     *
     * @throws IllegalArgumentException where there is none; the message says what was tried
     */
    Judge judge() {
        String name = text("--judge").orElse("offline");
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            Object made = Class.forName(name, true, loader == null ? Calibration.class.getClassLoader() : loader)
                    .getConstructor()
                    .newInstance();
            if (made instanceof Judge judge) {
                return judge;
            }
            throw new IllegalArgumentException(Texts.quoted(name, 200) + " is no " + Judge.class.getName());
        } catch (ClassNotFoundException e) {
            return Judges.byId(name);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "the judge " + Texts.quoted(name, 200) + " cannot be made: "
                            + Texts.oneLine(String.valueOf(e.getCause()), 300),
                    e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalArgumentException(
                    "the judge " + Texts.quoted(name, 200)
                            + " cannot be made; it needs a public class with a public constructor without parameters ("
                            + Texts.oneLine(String.valueOf(e), 200) + ")",
                    e);
        }
    }
}
