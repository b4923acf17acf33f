package io.github.harmcheck.attack.encoding;

/**
 * Sends the request with Latin letters replaced by Cyrillic ones that look the same (Boucher et al. 2021, arXiv
 * 2106.09898). Reversible for texts without those Cyrillic letters. The app is always asked to answer in plain text.
 * Variant {@code answer-plain}.
 *
 * @since 0.1.0
 */
public final class HomoglyphsAttack extends EncodingAttack {
    static final String LATIN = "aceijopsxyABCEHIJKMOPSTX";
    static final String CYRILLIC = "\u0430\u0441\u0435\u0456\u0458\u043E\u0440\u0455\u0445\u0443"
            + "\u0410\u0412\u0421\u0415\u041D\u0406\u0408\u041A\u041C\u041E\u0420\u0405\u0422\u0425";
    private static final CharacterMap ENCODE = CharacterMap.of(LATIN, CYRILLIC);
    private static final CharacterMap DECODE = CharacterMap.of(CYRILLIC, LATIN);

    /** For the service loader. */
    public HomoglyphsAttack() {
        super(
                "homoglyphs",
                "Homoglyphs",
                "Sends the request with letters of another script that look the same",
                "homoglyphs, Boucher et al. 2021, arXiv 2106.09898",
                "ordinary text in which some letters are replaced by letters of another script that look the same",
                false);
    }

    @Override
    protected String encode(String text) {
        return ENCODE.apply(text);
    }

    @Override
    protected String decode(String encoded) {
        return DECODE.apply(encoded);
    }

    /** A reply that has Cyrillic letters with no Latin twin is really written in Cyrillic: only mixed words are decoded. */
    @Override
    protected String decodeReply(String reply) {
        boolean cyrillic = false;
        boolean twins = false;
        for (int i = 0; i < reply.length(); i++) {
            char c = reply.charAt(i);
            boolean twin = DECODE.changes(c);
            twins |= twin;
            cyrillic |= !twin && Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC;
        }
        if (!twins) {
            return reply;
        }
        return cyrillic ? decodeMixedWords(reply) : decode(reply);
    }

    private static String decodeMixedWords(String reply) {
        StringBuilder decoded = new StringBuilder(reply.length());
        int i = 0;
        while (i < reply.length()) {
            int start = i;
            boolean latin = false;
            while (i < reply.length() && Character.isLetter(reply.charAt(i))) {
                latin |= reply.charAt(i) < 128;
                i++;
            }
            if (i == start) {
                decoded.append(reply.charAt(i));
                i++;
            } else {
                String word = reply.substring(start, i);
                decoded.append(latin ? DECODE.apply(word) : word);
            }
        }
        return decoded.toString();
    }
}
