package io.github.harmcheck.judge;

import io.github.harmcheck.internal.Texts;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command line of {@link Calibration}. */
record CalibrationArguments(
        Path labels, String judge, @Nullable Path card, @Nullable Path predictions) {

    private static final List<String> KNOWN = List.of("--labels", "--judge", "--card", "--predictions");
    private static final String USAGE =
            "write --labels FILE [--judge offline|class|id] [--card OUT.json] [--predictions OUT.jsonl]";

    static CalibrationArguments parse(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("unknown argument " + Texts.quoted(name, 60) + "; " + USAGE);
            }
            if (i + 1 == arguments.length || KNOWN.contains(arguments[i + 1])) {
                throw new IllegalArgumentException(name + " has no value; " + USAGE);
            }
            if (values.put(name, arguments[i + 1]) != null) {
                throw new IllegalArgumentException(name + " is given twice; " + USAGE);
            }
        }
        Path labels = path(values, "--labels");
        if (labels == null) {
            throw new IllegalArgumentException("--labels is missing; " + USAGE);
        }
        return new CalibrationArguments(
                labels,
                values.getOrDefault("--judge", "offline"),
                path(values, "--card"),
                path(values, "--predictions"));
    }

    private static @Nullable Path path(Map<String, String> values, String name) {
        String value = values.get(name);
        try {
            return value == null ? null : Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " is no path: " + Texts.quoted(value, 200), e);
        }
    }

    /**
     * Returns a judge by the name of its class, which has a public constructor without parameters, or by its id.
     *
     * @throws IllegalArgumentException where there is none; the message says what was tried
     */
    static Judge judge(String name) {
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
