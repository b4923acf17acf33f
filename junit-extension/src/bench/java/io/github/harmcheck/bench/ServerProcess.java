package io.github.harmcheck.bench;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The server in a process of its own, so that its processor time and memory do not count. */
final class ServerProcess implements Closeable {
    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServerProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        MeasuredProcess.java(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String port = out.readLine();
        if (port == null) {
            throw new IOException("the server of the benchmark did not start");
        }
        return new ServerProcess(process, Integer.parseInt(port));
    }

    int port() {
        return port;
    }

    /** Returns the processor time it has used. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
