package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A campaign in a JVM of its own, for tests that kill it or run two of them. */
final class ForkedCampaign {
    private ForkedCampaign() {}

    /** Takes the folder, the number of behaviors and the milliseconds of one reply. */
    public static void main(String[] args) throws Exception {
        long delay = Long.parseLong(args[2]);
        Campaigns campaign = Campaigns.of(
                        key -> message -> {
                            Thread.sleep(delay);
                            return Reply.of("I can't help with that.");
                        },
                        Path.of(args[0]))
                .behaviors(Integer.parseInt(args[1]));
        try (RunningCampaign running = campaign.start().start(key -> true, false, false)) {
            running.finish();
        }
    }

    static Process start(Path folder, int behaviors, int delayMillis) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(List.of(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedCampaign.class.getName(),
                        folder.toString(),
                        Integer.toString(behaviors),
                        Integer.toString(delayMillis)))
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve("fork-" + System.nanoTime() + ".log").toFile())
                .start();
    }
}
