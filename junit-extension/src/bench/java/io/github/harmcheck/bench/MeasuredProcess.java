package io.github.harmcheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts measured processes, all with the same flags and class path. */
final class MeasuredProcess {
    private static final int LONGEST_MINUTES = 10;

    private final List<String> flags;
    private final Path folder;

    /**
     * Creates a starter.
     *
     * @param flags options of the JVM, the same for every tool
     * @param folder where logs, datasets and the processes' own files go
     */
    MeasuredProcess(List<String> flags, Path folder) {
        this.flags = List.copyOf(flags);
        this.folder = folder;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Runs one tool once.
     *
     * @throws IOException where the process failed; the message names its log
     */
    Measurement run(Tool tool, int attempts, int concurrency, ServerProcess server)
            throws IOException, InterruptedException {
        String path = tool.isMemory() ? Chat.IMMEDIATE : Chat.DELAYED;
        Path datasets = folder.resolve("datasets");
        Chat.dataset(datasets, attempts);
        Path work = folder.resolve("work").resolve(tool.id());
        delete(work);
        Files.createDirectories(work);
        Path log = folder.resolve("logs").resolve(tool.id() + "-" + attempts + "-" + concurrency + ".log");
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MeasuredRun.class.getName()));
        command.addAll(List.of(tool.id(), "" + attempts, "" + concurrency));
        command.addAll(List.of(Chat.uri(server.port(), path).toString(), work.toString(), datasets.toString()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(tool.id() + " took longer than " + LONGEST_MINUTES + " minutes, see " + log);
        }
        long nanos = System.nanoTime() - start;
        if (process.exitValue() != 0) {
            throw new IOException(tool.id() + " ended with " + process.exitValue() + ", see " + log);
        }
        String[] measured =
                Files.readString(work.resolve(MeasuredRun.FILE)).strip().split(" ");
        delete(work);
        return new Measurement(
                tool,
                attempts,
                concurrency,
                (tool.warm() ? Long.parseLong(measured[0]) : nanos) / 1e9,
                Long.parseLong(measured[1]) / 1e6 / attempts,
                Long.parseLong(measured[2]) / 1024.0);
    }

    private static void delete(Path work) throws IOException {
        if (!Files.exists(work)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> files = Files.walk(work)) {
            found = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : found) {
            Files.delete(file);
        }
    }
}
