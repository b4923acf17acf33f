package io.github.harmcheck.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what HarmCheck costs beside a bare client, in processes of their own against a loopback server that answers
 * after 50 ms, and writes {@code target/bench/results.csv}. Argument: the folder to write to.
 *
 * <p>Properties: {@code bench.n}, {@code bench.concurrency}, {@code bench.tools} (lists), {@code bench.repeats} (medians
 * are kept), {@code bench.jvm} (flags of every measured JVM), {@code bench.memory} (attempts of the runs in
 * {@code memory.csv}; none unless set).
 */
final class Benchmark {
    private static final String DEFAULT_FLAGS = "-Xmx256m";
    private static final int MEMORY_CONCURRENCY = 32;

    private final PrintStream out = System.out;
    private final Path folder;
    private final MeasuredProcess processes;

    private Benchmark(Path folder) {
        this.folder = folder;
        this.processes = new MeasuredProcess(List.of(property("jvm", DEFAULT_FLAGS).split(" ")), folder);
    }

    public static void main(String[] args) throws Exception {
        new Benchmark(Path.of(args[0]).toAbsolutePath()).run();
    }

    private void run() throws IOException, InterruptedException {
        List<Integer> attempts = numbers(property("n", "1000,4000"));
        List<Integer> concurrencies = numbers(property("concurrency", "4,32,128,512"));
        List<Tool> tools = tools(property("tools", ""));
        int repeats = Integer.parseInt(property("repeats", "1"));
        List<Integer> memory = numbers(property("memory", ""));
        out.println("Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                + " processors, flags " + property("jvm", DEFAULT_FLAGS));
        try (ServerProcess server = ServerProcess.start()) {
            check(server);
            List<Size> sizes = new ArrayList<>();
            attempts.forEach(n -> concurrencies.forEach(concurrency -> sizes.add(new Size(n, concurrency))));
            write("results.csv", measure(server, tools, sizes, repeats));
            if (!memory.isEmpty()) {
                List<Size> large =
                        memory.stream().map(n -> new Size(n, MEMORY_CONCURRENCY)).toList();
                write("memory.csv", measure(server, Tool.memory(), large, repeats));
            }
        }
    }

    /** Shows first that the server keeps up, since otherwise everything after it says nothing. */
    private void check(ServerProcess server) throws IOException {
        new ServerLoad(Chat.IMMEDIATE).run(server, 64, Duration.ofSeconds(1));
        out.println("server after 50 ms, " + new ServerLoad(Chat.DELAYED).run(server, 512, Duration.ofSeconds(2))
                + " (10,240 answers/s would be perfect)");
        out.println("server at once, " + new ServerLoad(Chat.IMMEDIATE).run(server, 512, Duration.ofSeconds(1)));
    }

    /** Takes all tools for one size before the next, in turning order, so that noise meets all alike. */
    private List<Measurement> measure(ServerProcess server, List<Tool> tools, List<Size> sizes, int repeats)
            throws IOException, InterruptedException {
        Map<String, List<Measurement>> measured = new LinkedHashMap<>();
        sizes.forEach(size -> tools.forEach(tool -> measured.put(tool + " " + size, new ArrayList<>())));
        List<Tool> order = new ArrayList<>(tools);
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (Size size : sizes) {
                for (Tool tool : order) {
                    Measurement one = processes.run(tool, size.attempts, size.concurrency, server);
                    measured.getOrDefault(tool + " " + size, new ArrayList<>()).add(one);
                    out.println(one.csv());
                }
                Collections.rotate(order, 1);
            }
        }
        return measured.values().stream().map(Measurement::median).toList();
    }

    private void write(String name, List<Measurement> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Measurement.HEADER);
        rows.forEach(row -> lines.add(row.csv()));
        Files.createDirectories(folder);
        Path file = Files.write(folder.resolve(name), lines);
        out.println();
        Summary.lines(rows).forEach(out::println);
        out.println(file);
    }

    private static List<Tool> tools(String ids) {
        return ids.isBlank()
                ? Tool.timed()
                : Arrays.stream(ids.split(","))
                        .map(id -> Tool.of(id.strip()))
                        .toList();
    }

    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> Integer.valueOf(text))
                .toList();
    }

    /** Maven hands an unset property on as an empty text. */
    private static String property(String name, String otherwise) {
        String value = System.getProperty("bench." + name, "");
        return value.isBlank() ? otherwise : value;
    }

    private record Size(int attempts, int concurrency) {}
}
