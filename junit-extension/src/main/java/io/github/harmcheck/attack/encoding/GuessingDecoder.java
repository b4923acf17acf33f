package io.github.harmcheck.attack.encoding;

import io.github.harmcheck.attack.encoding.EnglishWords.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Decodes a reply in an encoding whose encoded form is made of letters like plain text, so that it cannot be seen from
 * the characters which parts are encoded. Each segment is decoded where that makes it English. Segments that do not say,
 * such as a name in a list, go with the one before them, or at the beginning with the one after.
 */
final class GuessingDecoder implements UnaryOperator<String> {
    private final UnaryOperator<String> decoder;
    private final UnaryOperator<String> certain;
    private final boolean bySentence;

    /**
     * Creates a decoder.
     *
     * @param decoder decodes one segment
     * @param certain decodes only what cannot be plain text, to tell by it whether a segment is encoded
     * @param bySentence whether a segment also ends after a full stop, question mark, exclamation mark or colon, and not
     *     only at the end of a line
     */
    GuessingDecoder(UnaryOperator<String> decoder, UnaryOperator<String> certain, boolean bySentence) {
        this.decoder = decoder;
        this.certain = certain;
        this.bySentence = bySentence;
    }

    private enum Form {
        PLAIN,
        ENCODED,
        UNKNOWN
    }

    private record Segment(String text, String decoded, Form form) {}

    @Override
    public String apply(String reply) {
        List<Segment> segments = segments(reply);
        if (segments.stream().noneMatch(segment -> segment.form() == Form.ENCODED)) {
            return reply;
        }
        Form form = segments.stream()
                .map(Segment::form)
                .filter(known -> known != Form.UNKNOWN)
                .findFirst()
                .orElse(Form.PLAIN);
        StringBuilder decoded = new StringBuilder(reply.length());
        for (Segment segment : segments) {
            form = segment.form() == Form.UNKNOWN ? form : segment.form();
            decoded.append(form == Form.ENCODED ? segment.decoded() : segment.text());
        }
        return decoded.toString();
    }

    private List<Segment> segments(String reply) {
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= reply.length(); i++) {
            if (i == reply.length() || endsBefore(reply, i)) {
                segments.add(segment(reply.substring(start, i)));
                start = i;
            }
        }
        return segments;
    }

    private boolean endsBefore(String reply, int i) {
        char last = reply.charAt(i - 1);
        boolean sentence = bySentence && reply.charAt(i) == ' ' && ".!?:".indexOf(last) >= 0;
        return last == '\n' || sentence;
    }

    private Segment segment(String text) {
        String decoded = decoder.apply(text);
        Evidence plain = EnglishWords.evidence(text);
        Evidence other = EnglishWords.evidence(certain.apply(text));
        if (other.common() > plain.common() && other.english()) {
            return new Segment(text, decoded, Form.ENCODED);
        }
        return new Segment(text, decoded, plain.common() > 0 ? Form.PLAIN : Form.UNKNOWN);
    }
}
