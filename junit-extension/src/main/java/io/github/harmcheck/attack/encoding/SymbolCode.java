package io.github.harmcheck.attack.encoding;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes bytes as symbols of a few bits each, and reads them back. Where a symbol has more than eight bits, the last one
 * could stand for a byte more than there is; so up to {@code bits - 8} bits that are left over are written as a symbol of a
 * second, smaller alphabet.
 */
final class SymbolCode {
    private static final int BYTE = 8;

    private final int bits;
    private final int tailBits;
    private final int[] symbols;
    private final int[] tails;
    private final Map<Integer, Integer> valueOf = new HashMap<>();
    private final Map<Integer, Integer> tailValueOf = new HashMap<>();

    /**
     * Creates a code.
     *
     * @param symbols a power of two of different code points
     * @param tails for more than 256 symbols, so many that they have eight bits less; else none
     */
    SymbolCode(int[] symbols, int... tails) {
        this.symbols = symbols.clone();
        this.tails = tails.clone();
        bits = Integer.numberOfTrailingZeros(symbols.length);
        tailBits = Math.max(0, bits - BYTE);
        if (1 << bits != symbols.length || tails.length != (tailBits == 0 ? 0 : 1 << tailBits)) {
            throw new IllegalArgumentException("the alphabets of a symbol code have 2^n and 2^(n-8) symbols");
        }
        index(this.symbols, valueOf);
        index(this.tails, tailValueOf);
    }

    private static void index(int[] alphabet, Map<Integer, Integer> values) {
        for (int i = 0; i < alphabet.length; i++) {
            values.put(alphabet[i], i);
        }
    }

    boolean has(int codePoint) {
        return valueOf.containsKey(codePoint) || tailValueOf.containsKey(codePoint);
    }

    String encode(byte[] bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length * BYTE / bits + 2);
        int held = 0;
        int count = 0;
        for (byte octet : bytes) {
            held = (held << BYTE) | (octet & 0xFF);
            count += BYTE;
            while (count >= bits) {
                count -= bits;
                encoded.appendCodePoint(symbols[held >>> count]);
                held &= (1 << count) - 1;
            }
        }
        if (count > tailBits) {
            encoded.appendCodePoint(symbols[held << (bits - count)]);
        } else if (count > 0) {
            encoded.appendCodePoint(tails[held << (tailBits - count)]);
        }
        return encoded.toString();
    }

    /** Reads the symbols; whatever else stands between them is passed over. */
    byte[] decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int held = 0;
        int count = 0;
        int i = 0;
        while (i < encoded.length()) {
            int codePoint = encoded.codePointAt(i);
            i += Character.charCount(codePoint);
            Integer value = valueOf.get(codePoint);
            Integer tail = value == null ? tailValueOf.get(codePoint) : null;
            int width = value != null ? bits : tail != null ? tailBits : 0;
            held = (held << width) | (value != null ? value : tail != null ? tail : 0);
            count += width;
            while (count >= BYTE) {
                count -= BYTE;
                bytes.write(held >>> count);
                held &= (1 << count) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
