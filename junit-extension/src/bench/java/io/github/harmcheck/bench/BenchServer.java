package io.github.harmcheck.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A loopback endpoint that answers with one of {@link Replies} after the other, after 50 ms or at once. One thread, no thread per waiting
 * request, so that a process of its own keeps 512 connections busy with a fraction of a core.
 *
 * <p>Started as a process: prints its port and ends when its standard input does.
 */
final class BenchServer {
    private static final int LARGEST_REQUEST = 64 << 10;
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final Selector selector = Selector.open();
    private final ServerSocketChannel door = ServerSocketChannel.open();
    private final List<byte[]> responses =
            Replies.list().stream().map(BenchServer::response).toList();
    private int answers;
    /** All wait equally long, so the first to come is the first to go. */
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private BenchServer() throws IOException {
        door.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 2_048);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
    }

    public static void main(String[] args) throws IOException {
        BenchServer server = new BenchServer();
        PrintStream out = System.out;
        out.println(server.door.socket().getLocalPort());
        out.flush();
        Thread parent = new Thread(BenchServer::endWithParent, "parent");
        parent.setDaemon(true);
        parent.start();
        server.serve();
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said to this process; only the end counts
            }
        } catch (IOException e) {
            // a broken pipe is an end too
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException {
        while (true) {
            answerDue();
            Waiting next = waiting.peek();
            if (next == null) {
                selector.select();
            } else {
                long nanos = next.due - System.nanoTime();
                if (nanos <= 0) {
                    selector.selectNow();
                } else {
                    selector.select(TimeUnit.NANOSECONDS.toMillis(nanos + 999_999));
                }
            }
            Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
            while (ready.hasNext()) {
                SelectionKey key = ready.next();
                ready.remove();
                if (key.isAcceptable()) {
                    accept();
                } else {
                    ((Connection) key.attachment()).read();
                }
            }
        }
    }

    private void accept() throws IOException {
        for (SocketChannel channel = door.accept(); channel != null; channel = door.accept()) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Connection connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
        }
    }

    private void answerDue() {
        long now = System.nanoTime();
        for (Waiting next = waiting.peek(); next != null && next.due <= now; next = waiting.peek()) {
            waiting.remove();
            next.connection.answer();
        }
    }

    private static byte[] response(String text) {
        byte[] body = Chat.answer(text);
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }

    private record Waiting(Connection connection, long due) {}

    /** One connection that is kept open; a request is complete when its body is. */
    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(LARGEST_REQUEST);

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void read() {
            try {
                if (channel.read(in) < 0) {
                    channel.close();
                    return;
                }
                int end = requestEnd();
                while (end > 0) {
                    boolean delayed = startsWith("POST " + Chat.DELAYED + ' ');
                    in.flip().position(end);
                    in.compact();
                    if (delayed) {
                        waiting.add(new Waiting(
                                this, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Chat.DELAY_MILLIS)));
                    } else {
                        answer();
                    }
                    end = requestEnd();
                }
            } catch (IOException e) {
                close();
            }
        }

        /** Returns the length of the first request, or 0 where it is not complete. */
        private int requestEnd() {
            int head = headEnd();
            if (head == 0) {
                return 0;
            }
            String text = new String(in.array(), 0, head, StandardCharsets.ISO_8859_1);
            int length = 0;
            int field = text.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
            if (field >= 0) {
                int start = field + "content-length:".length();
                length = Integer.parseInt(
                        text.substring(start, text.indexOf('\r', start)).strip());
            }
            return in.position() >= head + length ? head + length : 0;
        }

        private int headEnd() {
            byte[] bytes = in.array();
            for (int i = 0; i + HEAD_END.length <= in.position(); i++) {
                if (bytes[i] == HEAD_END[0]
                        && bytes[i + 1] == HEAD_END[1]
                        && bytes[i + 2] == HEAD_END[2]
                        && bytes[i + 3] == HEAD_END[3]) {
                    return i + HEAD_END.length;
                }
            }
            return 0;
        }

        private boolean startsWith(String text) {
            return new String(in.array(), 0, text.length(), StandardCharsets.ISO_8859_1).equals(text);
        }

        void answer() {
            try {
                ByteBuffer out = ByteBuffer.wrap(responses.get(answers++ % responses.size()));
                while (out.hasRemaining()) {
                    channel.write(out);
                }
            } catch (IOException e) {
                close();
            }
        }

        private void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // the client is gone, which is what closing says too
            }
        }
    }
}
