package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A campaign in a JVM of its own, for tests that kill it or run two of them. */
final class ForkedCampaign {
    private ForkedCampaign() {}

    /** Takes the folder, the number of behaviors and the milliseconds of one reply. */
    public static void main(String[] args) throws Exception {
        long delay = Long.parseLong(args[2]);
        Path calls = Path.of(args[0]).resolve("calls");
        Campaigns campaign = Campaigns.of(
                        key -> message -> {
                            count(calls);
                            Thread.sleep(delay);
                            return Reply.of("I can't help with that.");
                        },
                        Path.of(args[0]))
                .behaviors(Integer.parseInt(args[1]));
        if (args.length > 3) {
            campaign.continuation(new Continuation(true, false));
        }
        try (RunningCampaign running = campaign.start().start(key -> true, false, false)) {
            running.finish();
        }
    }

    /** One byte for each call, so that a test can count them after the JVM was killed. */
    private static void count(Path calls) throws IOException {
        Files.write(calls, new byte[] {'c'}, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Starts a JVM that goes on where an earlier one was killed. */
    static Process resume(Path folder, int behaviors, int delayMillis) throws IOException {
        return java(
                folder.resolve("fork-" + System.nanoTime() + ".log"),
                "-XX:TieredStopAtLevel=1",
                ForkedCampaign.class.getName(),
                folder.toString(),
                Integer.toString(behaviors),
                Integer.toString(delayMillis),
                "resume");
    }

    static Process start(Path folder, int behaviors, int delayMillis) throws IOException {
        return java(
                folder.resolve("fork-" + System.nanoTime() + ".log"),
                ForkedCampaign.class.getName(),
                folder.toString(),
                Integer.toString(behaviors),
                Integer.toString(delayMillis));
    }

    /** Starts a JVM on the class path of the tests; all it prints goes to a file. */
    static Process java(Path output, String... arguments) throws IOException {
        return java(output, Map.of(), arguments);
    }

    /** Starts a JVM with more environment variables. */
    static Process java(Path output, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
