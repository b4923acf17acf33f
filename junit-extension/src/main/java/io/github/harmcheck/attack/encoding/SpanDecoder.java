package io.github.harmcheck.attack.encoding;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Decodes a reply in an encoding that has its own alphabet: finds the longest runs of that alphabet, tries to decode each,
 * and puts what came out in its place. Runs that do not decode to readable text stay as they are.
 */
final class SpanDecoder implements UnaryOperator<String> {
    private final IntPredicate alphabet;
    private final IntPredicate filler;
    private final Function<String, Optional<String>> decoder;

    /**
     * Creates a decoder.
     *
     * @param alphabet the characters of the encoding
     * @param filler the characters that may stand between them
     * @param decoder decodes a run, or says that it is none; must not throw
     */
    SpanDecoder(IntPredicate alphabet, IntPredicate filler, Function<String, Optional<String>> decoder) {
        this.alphabet = alphabet;
        this.filler = filler;
        this.decoder = decoder;
    }

    @Override
    public String apply(String reply) {
        StringBuilder decoded = null;
        int copied = 0;
        int i = 0;
        while (i < reply.length()) {
            if (!startsRun(reply, i)) {
                i++;
                continue;
            }
            int end = endOfRun(reply, i);
            if (end > i) {
                Optional<String> text = decoder.apply(reply.substring(i, end));
                if (text.isPresent()) {
                    decoded = decoded == null ? new StringBuilder(reply.length()) : decoded;
                    decoded.append(reply, copied, i).append(text.get());
                    copied = end;
                }
            }
            i = Math.max(end, i + 1);
        }
        return decoded == null
                ? reply
                : decoded.append(reply, copied, reply.length()).toString();
    }

    private boolean startsRun(String reply, int i) {
        return alphabet.test(reply.charAt(i)) && (i == 0 || !isPartOfWord(reply.charAt(i - 1)));
    }

    /** Returns the end of the run, without fillers at its end and without the beginning of a word that goes on. */
    private int endOfRun(String reply, int start) {
        int end = start;
        int i = start;
        while (i < reply.length() && (alphabet.test(reply.charAt(i)) || filler.test(reply.charAt(i)))) {
            i++;
            boolean boundary = i == reply.length() || !isPartOfWord(reply.charAt(i)) || filler.test(reply.charAt(i));
            if (alphabet.test(reply.charAt(i - 1)) && boundary) {
                end = i;
            }
        }
        return end;
    }

    private boolean isPartOfWord(char c) {
        return alphabet.test(c) || Character.isLetterOrDigit(c);
    }
}
