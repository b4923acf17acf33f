package io.github.harmcheck.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 without a byte order mark and stops at the first byte that is not UTF-8, naming its line. The JDK's own
 * reader either replaces such bytes or does not say where they are. Not thread-safe.
 */
final class StrictUtf8Reader extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final String label;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(8192).limit(0);
    private boolean start = true;
    private boolean ended;
    private long line = 1;
    private boolean afterCarriageReturn;
    private @Nullable CoderResult failure;

    StrictUtf8Reader(InputStream in, String label) {
        this.in = in;
        this.label = label;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (failure != null) {
                throw malformed(failure);
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        int n = Math.min(length, chars.remaining());
        chars.get(target, offset, n);
        countLines(target, offset, n);
        return n;
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (n > 0) {
            bytes.position(bytes.position() + n);
        }
        bytes.flip();
        ended = n < 0;
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isError()) {
            // What stands before the bad byte is still handed out, so that its line is counted.
            failure = result;
        }
        chars.flip();
        if (start && chars.hasRemaining()) {
            start = false;
            if (chars.get(0) == BYTE_ORDER_MARK) {
                chars.get();
            }
        }
    }

    private void countLines(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\r' || (text[i] == '\n' && !afterCarriageReturn)) {
                line++;
            }
            afterCarriageReturn = text[i] == '\r';
        }
    }

    private DatasetException malformed(CoderResult result) {
        int length = Math.min(result.length(), bytes.remaining());
        String hex = HexFormat.of()
                .withUpperCase()
                .formatHex(bytes.array(), bytes.position(), bytes.position() + Math.max(length, 0));
        return new DatasetException(label + ", line " + line + ": the byte 0x" + hex
                + " is not UTF-8; save the file in the encoding UTF-8");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
