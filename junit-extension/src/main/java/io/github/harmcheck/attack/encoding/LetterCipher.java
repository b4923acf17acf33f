package io.github.harmcheck.attack.encoding;

import java.util.function.UnaryOperator;

/** Replaces each of the 26 letters by another one and leaves everything else alone. */
final class LetterCipher {
    static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

    private final CharacterMap encode;
    private final CharacterMap decode;

    /** Creates a cipher from the letters that stand for a, b, c …; each of the 26 once, lower case. */
    LetterCipher(String letters) {
        String from = ALPHABET + ALPHABET.toUpperCase(java.util.Locale.ROOT);
        String to = letters + letters.toUpperCase(java.util.Locale.ROOT);
        encode = CharacterMap.of(from, to);
        decode = CharacterMap.of(to, from);
    }

    /** Creates a cipher that moves each letter by so many places. */
    static LetterCipher shift(int places) {
        return new LetterCipher(ALPHABET.substring(places) + ALPHABET.substring(0, places));
    }

    String encode(String text) {
        return encode.apply(text);
    }

    String decode(String encoded) {
        return decode.apply(encoded);
    }

    /** Returns what decodes the sentences of a reply that are encoded. */
    UnaryOperator<String> replyDecoder() {
        return new GuessingDecoder(this::decode, this::decode, true);
    }
}
