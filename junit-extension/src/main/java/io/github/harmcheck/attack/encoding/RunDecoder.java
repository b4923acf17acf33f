package io.github.harmcheck.attack.encoding;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Decodes a reply in an encoding whose characters do not stand in plain text: finds the longest runs of them, wherever
 * they begin, and puts in their place what each decodes to. Runs that do not decode stay as they are.
 */
final class RunDecoder implements UnaryOperator<String> {
    private final IntPredicate symbol;
    private final IntPredicate filler;
    private final int least;
    private final Function<String, Optional<String>> decoder;

    /**
     * Creates a decoder.
     *
     * @param symbol the code points of the encoding
     * @param filler the code points that may stand between them
     * @param least how many symbols make a run
     * @param decoder decodes a run, or says that it is none; must not throw
     */
    RunDecoder(IntPredicate symbol, IntPredicate filler, int least, Function<String, Optional<String>> decoder) {
        this.symbol = symbol;
        this.filler = filler;
        this.least = least;
        this.decoder = decoder;
    }

    @Override
    public String apply(String reply) {
        StringBuilder decoded = null;
        int copied = 0;
        int i = 0;
        while (i < reply.length()) {
            int codePoint = reply.codePointAt(i);
            if (!symbol.test(codePoint)) {
                i += Character.charCount(codePoint);
                continue;
            }
            int symbols = 0;
            int end = i;
            int next = i;
            while (next < reply.length()) {
                int c = reply.codePointAt(next);
                boolean isSymbol = symbol.test(c);
                if (!isSymbol && !filler.test(c)) {
                    break;
                }
                next += Character.charCount(c);
                if (isSymbol) {
                    symbols++;
                    end = next;
                }
            }
            Optional<String> text = symbols < least ? Optional.empty() : decoder.apply(reply.substring(i, end));
            if (text.isPresent()) {
                decoded = decoded == null ? new StringBuilder(reply.length()) : decoded;
                decoded.append(reply, copied, i).append(text.get());
                copied = end;
            }
            i = end;
        }
        return decoded == null
                ? reply
                : decoded.append(reply, copied, reply.length()).toString();
    }
}
