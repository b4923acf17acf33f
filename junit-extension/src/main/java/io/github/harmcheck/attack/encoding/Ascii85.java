package io.github.harmcheck.attack.encoding;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** ASCII85 as Adobe writes it, without the marks around: four bytes are five symbols from {@code !} to {@code u}, four zeros are z. */
final class Ascii85 {
    private static final int GROUP = 4;
    private static final int SYMBOLS = 5;
    private static final int BASE = 85;
    private static final long LIMIT = 1L << 32;

    private Ascii85() {}

    static boolean isSymbol(int c) {
        return (c >= '!' && c <= 'u') || c == 'z';
    }

    static String encode(byte[] bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length * SYMBOLS / GROUP + SYMBOLS);
        for (int i = 0; i < bytes.length; i += GROUP) {
            int count = Math.min(GROUP, bytes.length - i);
            long value = 0;
            for (int j = 0; j < GROUP; j++) {
                value = (value << 8) | (j < count ? bytes[i + j] & 0xFF : 0);
            }
            if (value == 0 && count == GROUP) {
                encoded.append('z');
            } else {
                append(value, count + 1, encoded);
            }
        }
        return encoded.toString();
    }

    private static void append(long value, int count, StringBuilder encoded) {
        char[] symbols = new char[SYMBOLS];
        long rest = value;
        for (int i = SYMBOLS - 1; i >= 0; i--) {
            symbols[i] = (char) ('!' + rest % BASE);
            rest /= BASE;
        }
        encoded.append(symbols, 0, count);
    }

    /** Returns the bytes; nothing where this is no ASCII85. */
    static Optional<byte[]> decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        long value = 0;
        int count = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == 'z' && count == 0) {
                bytes.writeBytes(new byte[GROUP]);
            } else if (c >= '!' && c <= 'u') {
                value = value * BASE + (c - '!');
                count++;
            } else if (c > ' ') {
                return Optional.empty();
            }
            if (count == SYMBOLS) {
                if (value >= LIMIT) {
                    return Optional.empty();
                }
                write(value, GROUP, bytes);
                value = 0;
                count = 0;
            }
        }
        if (count > 0) {
            for (int i = count; i < SYMBOLS; i++) {
                value = value * BASE + BASE - 1;
            }
            write(value, count - 1, bytes);
        }
        return Optional.of(bytes.toByteArray());
    }

    private static void write(long value, int count, ByteArrayOutputStream bytes) {
        for (int i = 0; i < count; i++) {
            bytes.write((int) (value >>> (24 - 8 * i)));
        }
    }
}
