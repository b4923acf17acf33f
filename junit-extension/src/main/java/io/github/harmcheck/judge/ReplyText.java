package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * A reply taken apart: segments by speaker, sentences, list items, code and quotes set aside.
 *
 * @param segments what each speaker says, at least one
 * @param cut whether the middle of a long reply was not read
 * @param plain the normalised text
 */
record ReplyText(List<Segment> segments, boolean cut, String plain) {

    ReplyText {
        segments = List.copyOf(segments);
    }

    static ReplyText of(String raw) {
        PlainText plain = PlainText.of(raw);
        String text = unwrapped(plain.text());
        List<Segment> segments = new Splitter(true).split(text);
        boolean onlyCode =
                segments.stream().allMatch(segment -> segment.sentences().isEmpty());
        if (onlyCode) { // a reply that stands in a code fence as a whole is read as text
            segments = new Splitter(false).split(text);
        }
        return new ReplyText(segments, plain.cut(), plain.text());
    }

    /** Returns all sentences of all speakers. */
    List<Sentence> sentences() {
        return segments.stream()
                .flatMap(segment -> segment.sentences().stream())
                .toList();
    }

    /** Returns the number of words. */
    int length() {
        return segments.stream().mapToInt(Segment::length).sum();
    }

    /** A reply that is one quotation from end to end is read as if it were not quoted. */
    private static String unwrapped(String text) {
        String stripped = text.strip();
        int last = stripped.length() - 1;
        boolean quoted = last > 1
                && stripped.charAt(0) == '"'
                && stripped.charAt(last) == '"'
                && stripped.indexOf('"', 1) == last;
        return quoted ? stripped.substring(1, last) : stripped;
    }

    /** Reads line by line and keeps the state between lines. */
    private static final class Splitter {
        private final List<Segment> segments = new ArrayList<>();
        private List<Sentence> sentences = new ArrayList<>();
        private String speaker = "";
        private int codeLines;
        private boolean inCode;
        private final boolean fences;

        Splitter(boolean fences) {
            this.fences = fences;
        }

        List<Segment> split(String text) {
            text.lines().forEach(this::line);
            close();
            if (segments.isEmpty()) {
                segments.add(new Segment("", List.of(), 0));
            }
            return segments;
        }

        private void line(String raw) {
            String line = raw.strip();
            if (line.startsWith("```")) {
                inCode = fences && !inCode;
            } else if (inCode) {
                codeLines += line.isEmpty() ? 0 : 1;
            } else if (!line.isEmpty()) {
                Personas.Label label = Personas.label(line);
                if (label != null) {
                    close();
                    speaker = label.name();
                }
                String rest = label == null ? line : line.substring(label.end());
                int item = ListItems.markerEnd(rest);
                sentences.addAll(new SentenceSplitter(rest, item, item > 0).split());
            }
        }

        private void close() {
            if (!sentences.isEmpty() || codeLines > 0) {
                segments.add(new Segment(speaker, sentences, codeLines));
            }
            sentences = new ArrayList<>();
            codeLines = 0;
        }
    }
}
