package io.github.harmcheck.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server on 127.0.0.1 that speaks HTTP by hand, so that it can do what no well-behaved server does. Logs every request
 * when it has read it, before it answers. Whatever way a connection is told to end, its thread ends with the server.
 */
public final class FaultServer implements AutoCloseable {

    /**
     * One request, as the server saw it.
     *
     * @param number how many came before it
     * @param attempt how often the same body has come, this time included
     * @param underWay requests that wait for the first byte of their answer, this one included
     * @param nanos when it had arrived, by {@link System#nanoTime()}
     */
    public record Hit(int number, int attempt, int underWay, long nanos, String path, String body) {}

    /** What a server does with a request; the connection is closed afterwards unless it answered to keep it. */
    @FunctionalInterface
    public interface Fault {
        void to(Hit hit, Wire wire) throws Exception;
    }

    /** The raw connection of one request. */
    public static final class Wire {
        private final Socket socket;
        private final AtomicInteger underWay;
        private boolean keep;
        private boolean answering;

        private Wire(Socket socket, AtomicInteger underWay) {
            this.socket = socket;
            this.underWay = underWay;
        }

        /** A client that has its answer may ask again before the server's thread has done anything else. */
        private void answering() {
            if (!answering) {
                answering = true;
                underWay.decrementAndGet();
            }
        }

        /** Sends bytes at once. */
        public void send(byte[] bytes) throws IOException {
            answering();
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        /** Sends a text of ASCII characters at once. */
        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Ends the connection with a reset and not in order. */
        public void reset() throws IOException {
            answering();
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Leaves the connection open for the next request. */
        public void keepOpen() {
            keep = true;
        }
    }

    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket server;
    private final Fault fault;
    private final String scheme;
    private final List<Hit> hits = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    private FaultServer(ServerSocket server, String scheme, Fault fault) {
        this.server = server;
        this.scheme = scheme;
        this.fault = fault;
        thread(this::accept).start();
    }

    /** Starts a server that treats every request alike. */
    public static FaultServer start(Fault fault) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 200);
            return on(socket, "http", fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server on a socket that is bound already, such as one that speaks TLS. */
    public static FaultServer on(ServerSocket socket, String scheme, Fault fault) {
        return new FaultServer(socket, scheme, fault);
    }

    /** Returns an address of this server. */
    public URI uri(String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Returns what has come so far, in the order of arrival. */
    public List<Hit> hits() {
        return List.copyOf(hits);
    }

    /** Returns connections that are open at this moment. */
    public int connections() {
        return open.size();
    }

    /** Returns the most requests that waited for their answer at a time. */
    public int mostUnderWay() {
        return hits.stream().mapToInt(Hit::underWay).max().orElse(0);
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } finally {
                        threads.remove(Thread.currentThread());
                    }
                },
                "fault-server");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                thread(() -> serve(socket)).start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean more = true;
            while (more) {
                more = serveOne(in, socket);
            }
        } catch (Exception e) {
            // The client has gone, the server closes, or the fault was to break off: nothing is left to say.
        } finally {
            open.remove(socket);
        }
    }

    private boolean serveOne(InputStream in, Socket socket) throws Exception {
        in.mark(1);
        if (in.read() == TLS_HANDSHAKE) {
            new Wire(socket, new AtomicInteger())
                    .send("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            return false;
        }
        in.reset();
        String first = line(in);
        if (first == null) {
            return false;
        }
        int length = 0;
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        int now = underWay.incrementAndGet();
        Wire wire = new Wire(socket, underWay);
        try {
            fault.to(log(first.split(" ", 3)[1], body, now), wire);
        } finally {
            wire.answering();
        }
        return wire.keep;
    }

    private synchronized Hit log(String path, String body, int now) {
        int attempt = attempts.computeIfAbsent(body, any -> new AtomicInteger()).incrementAndGet();
        Hit hit = new Hit(hits.size(), attempt, now, System.nanoTime(), path, body);
        hits.add(hit);
        return hit;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            }
            line.write(c);
        }
        return null;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }
}
