package io.github.harmcheck.maven;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of the library that runs with a module's test class path and nothing of the plugin: what the module's own
 * classes need is there, and the plugin's realm stays without it.
 *
 * @param name class of the program, with a method {@code int run(String[], PrintStream out, PrintStream err)}
 * @param classpath the module's test class path
 */
record TestProgram(String name, List<Path> classpath) {
    TestProgram {
        classpath = List.copyOf(classpath);
    }

    /** What a program said, line by line, and how it ended. */
    record Outcome(int status, List<String> out, List<String> err) {
        Outcome {
            out = List.copyOf(out);
            err = List.copyOf(err);
        }
    }

    /**
     * Runs it.
     *
     * @throws IllegalArgumentException where the class path does not have it
     */
    Outcome run(List<String> arguments) throws IOException {
        URL[] urls = new URL[classpath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classpath.get(i).toUri().toURL();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Object status = loader.loadClass(name)
                    .getMethod("run", String[].class, PrintStream.class, PrintStream.class)
                    .invoke(null, arguments.toArray(String[]::new), stream(out), stream(err));
            return new Outcome((Integer) status, lines(out), lines(err));
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(name + " broke: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "the test class path has no " + name
                            + "; add the dependency io.github.harmcheck:harmcheck-junit with scope test",
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
