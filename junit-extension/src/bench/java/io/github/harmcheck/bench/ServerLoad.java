package io.github.harmcheck.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

/** Keeps connections busy from one thread, to show that the server is not what limits the tools. */
final class ServerLoad {
    private final byte[] request;
    private final ByteBuffer in = ByteBuffer.allocate(64 << 10);
    private long[] nanos = new long[1 << 16];
    private int answers;

    ServerLoad(String path) {
        byte[] body = Chat.REQUEST_TEMPLATE
                .replace("{{prompt}}", Chat.prompt(1))
                .getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        request = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }

    /** Asks on all connections for a while and returns a line about it. */
    String run(ServerProcess server, int connections, Duration time) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), server.port());
        Duration cpu = server.cpu();
        long start;
        long end;
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                SocketChannel channel = SocketChannel.open(address);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new Asked());
            }
            start = System.nanoTime();
            for (SelectionKey key : selector.keys()) {
                ask(key);
            }
            while (System.nanoTime() - start < time.toNanos()) {
                selector.select(100);
                Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
                while (ready.hasNext()) {
                    take(ready.next());
                    ready.remove();
                }
            }
            end = System.nanoTime();
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
        double seconds = (end - start) / 1e9;
        long[] sorted = Arrays.copyOf(nanos, answers);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d connections: %.0f answers/s, median %.1f ms, 99 %% within %.1f ms, server %.3f ms CPU each",
                connections,
                answers / seconds,
                sorted[answers / 2] / 1e6,
                sorted[(int) (answers * 0.99)] / 1e6,
                server.cpu().minus(cpu).toNanos() / 1e6 / answers);
    }

    private void ask(SelectionKey key) throws IOException {
        Asked asked = (Asked) key.attachment();
        asked.at = System.nanoTime();
        asked.missing = -1;
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            ((SocketChannel) key.channel()).write(out);
        }
    }

    private void take(SelectionKey key) throws IOException {
        Asked asked = (Asked) key.attachment();
        in.clear();
        int read = ((SocketChannel) key.channel()).read(in);
        if (read < 0) {
            throw new IOException("the server of the benchmark closed a connection");
        }
        if (asked.missing < 0) {
            asked.missing = length(read);
        }
        asked.missing -= read;
        if (asked.missing == 0) {
            if (answers == nanos.length) {
                nanos = Arrays.copyOf(nanos, answers * 2);
            }
            nanos[answers++] = System.nanoTime() - asked.at;
            ask(key);
        }
    }

    /** The server writes an answer at once, so that its head is in the first bytes. */
    private int length(int read) throws IOException {
        String text = new String(in.array(), 0, read, StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            throw new IOException("the server of the benchmark sent half a head");
        }
        String name = "Content-Length: ";
        int length = text.indexOf(name) + name.length();
        return head + 4 + Integer.parseInt(text.substring(length, text.indexOf('\r', length)));
    }

    private static final class Asked {
        private long at;
        private int missing;
    }
}
