package io.github.harmcheck.attack.encoding;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** The lines of the Unix program uuencode: the number of bytes, then six bits to a character. */
final class UuLines {
    private static final String BEGIN = "begin ";
    private static final String END = "end";
    private static final int PER_LINE = 45;
    private static final int ZERO = ' ';

    private UuLines() {}

    static String encode(byte[] bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length * 3 / 2 + 40).append("begin 644 question\n");
        for (int i = 0; i < bytes.length; i += PER_LINE) {
            int count = Math.min(PER_LINE, bytes.length - i);
            encoded.append(symbol(count));
            for (int j = i; j < i + count; j += 3) {
                int group = (octet(bytes, j) << 16) | (octet(bytes, j + 1) << 8) | octet(bytes, j + 2);
                for (int shift = 18; shift >= 0; shift -= 6) {
                    encoded.append(symbol((group >> shift) & 63));
                }
            }
            encoded.append('\n');
        }
        return encoded.append(symbol(0)).append('\n').append(END).toString();
    }

    private static int octet(byte[] bytes, int i) {
        return i < bytes.length ? bytes[i] & 0xFF : 0;
    }

    /** Zero is a back quote, since a blank at the end of a line gets lost. */
    private static char symbol(int value) {
        return value == 0 ? '`' : (char) (ZERO + value);
    }

    static byte[] decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        encoded.lines().filter(UuLines::isLine).forEach(line -> write(line, bytes));
        return bytes.toByteArray();
    }

    /** A line says how long it is, so that next to no other text is taken for one. */
    private static boolean isLine(String line) {
        if (line.length() < 2 || line.startsWith(BEGIN)) {
            return false;
        }
        boolean symbols = line.chars().allMatch(c -> c >= ' ' && c <= '`');
        int count = (line.charAt(0) - ZERO) & 63;
        return symbols && count > 0 && count <= PER_LINE && line.length() == 1 + ((count + 2) / 3) * 4;
    }

    private static void write(String line, ByteArrayOutputStream bytes) {
        int count = (line.charAt(0) - ZERO) & 63;
        for (int i = 1; count > 0; i += 4) {
            int group = 0;
            for (int j = 0; j < 4; j++) {
                group = (group << 6) | ((line.charAt(i + j) - ZERO) & 63);
            }
            for (int shift = 16; shift >= 0 && count > 0; shift -= 8) {
                bytes.write(group >> shift);
                count--;
            }
        }
    }

    /** Puts in the place of encoded lines, with their begin and end, what they say. */
    static String decodeReply(String reply) {
        List<String> lines = reply.lines().toList();
        StringBuilder read = new StringBuilder(reply.length());
        int i = 0;
        while (i < lines.size()) {
            int from = lines.get(i).startsWith(BEGIN) ? i + 1 : i;
            int to = from;
            while (to < lines.size() && isLine(lines.get(to))) {
                to++;
            }
            Optional<String> text = to == from
                    ? Optional.empty()
                    : ReadableText.ofUtf8(decode(String.join("\n", lines.subList(from, to))));
            if (text.isPresent()) {
                read.append(text.get()).append('\n');
                i = afterEnd(lines, to);
            } else {
                to = Math.max(to, i + 1);
                lines.subList(i, to).forEach(line -> read.append(line).append('\n'));
                i = to;
            }
        }
        if (read.toString().equals(reply + '\n')) {
            return reply;
        }
        boolean ended = reply.endsWith("\n");
        return ended || read.length() == 0 ? read.toString() : read.substring(0, read.length() - 1);
    }

    private static int afterEnd(List<String> lines, int to) {
        int next = to;
        while (next < lines.size()
                && (lines.get(next).equals("`") || lines.get(next).strip().equals(END))) {
            next++;
        }
        return next;
    }
}
