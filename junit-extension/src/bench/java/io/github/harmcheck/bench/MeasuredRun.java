package io.github.harmcheck.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The measured process: does a job, then writes down what it took. Arguments: tool, attempts, concurrency, address,
 * folder, folder of the datasets.
 */
final class MeasuredRun {
    static final String FILE = "measured.txt";

    private MeasuredRun() {}

    public static void main(String[] args) throws Exception {
        Tool tool = Tool.of(args[0]);
        Job job = new Job(
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                URI.create(args[3]),
                Path.of(args[4]),
                Path.of(args[5]));
        Contestant contestant = tool.contestant();
        Duration cpuBefore = Duration.ZERO;
        if (tool.warm()) {
            contestant.run(job.warmUp());
            cpuBefore = cpu();
        }
        long start = System.nanoTime();
        contestant.run(job);
        long nanos = System.nanoTime() - start;
        // In a cold process all of its processor time counts: start, class loading, compilation.
        Duration cpu = cpu().minus(cpuBefore);
        Files.writeString(job.folder().resolve(FILE), nanos + " " + cpu.toNanos() + " " + peakKib());
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns the most memory this process ever had resident, in KiB; -1 where the system does not say. */
    private static long peakKib() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(-1);
    }
}
