package io.github.harmcheck.judge;

import io.github.harmcheck.internal.ResourceTexts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cues by section, read from a resource file that a reviewer can read and extend without Java. Immutable.
 *
 * <p>A file is {@code version: …}, macros {@code define NAME = a | b c}, sections {@code [name]} and one pattern a line:
 * {@code ^} begins the sentence, {@code (a | b c)} alternatives, a trailing {@code ?} makes a part optional, {@code ~4}
 * is up to four words, {@code NAME} inserts a macro, {@code #} begins a comment.
 */
final class CueBook {

    private final String version;
    private final Map<String, Long> sections;
    private final CueAutomaton cues;

    private CueBook(String version, Map<String, Long> sections, CueAutomaton cues) {
        this.version = version;
        this.sections = Map.copyOf(sections);
        this.cues = cues;
    }

    /** The sections of which a cue occurs in a text. */
    final class Found {
        private final long found;

        private Found(long found) {
            this.found = found;
        }

        /** Returns whether a cue of a section occurs. */
        boolean has(String section) {
            Long bit = sections.get(section);
            if (bit == null) {
                throw new IllegalArgumentException("no section " + section + ", there are " + sections.keySet());
            }
            return (found & bit) != 0;
        }
    }

    /**
     * Reads a resource beside this class.
     *
     * @throws IllegalStateException where the resource is missing or a line cannot be read; names file and line
     */
    static CueBook load(String name) {
        return parse(name, ResourceTexts.read(CueBook.class, name).lines().toList());
    }

    static CueBook parse(String name, List<String> lines) {
        return new Parser(name).parse(lines);
    }

    String version() {
        return version;
    }

    /** Returns which sections occur in the words; one walk finds all. */
    Found read(List<String> words) {
        return new Found(cues.sections(words));
    }

    /** Returns whether a cue of a section occurs in the words. */
    boolean has(String section, List<String> words) {
        return read(words).has(section);
    }

    /** Returns whether a cue of a section occurs in a sentence. */
    boolean has(String section, Sentence sentence) {
        return has(section, sentence.words());
    }

    /** Reads the lines of one file. */
    private static final class Parser {
        private final String name;
        private final Map<String, String> macros = new HashMap<>();
        private final Map<String, Long> sections = new LinkedHashMap<>();
        private final CueAutomaton cues = new CueAutomaton();
        private String version = "";
        private String current = "";

        Parser(String name) {
            this.name = name;
        }

        CueBook parse(List<String> lines) {
            for (int number = 1; number <= lines.size(); number++) {
                String line = lines.get(number - 1).replaceFirst("#.*", "").strip();
                try {
                    line(line);
                } catch (IllegalArgumentException e) {
                    throw new IllegalStateException(name + " line " + number + ": " + e.getMessage(), e);
                }
            }
            if (version.isEmpty()) {
                throw new IllegalStateException(name + " has no line \"version: …\"");
            }
            return new CueBook(version, sections, cues);
        }

        private void line(String line) {
            if (line.isEmpty()) {
                return;
            }
            if (line.startsWith("version:")) {
                version = line.substring("version:".length()).strip();
            } else if (line.startsWith("define ")) {
                String[] sides = line.substring("define ".length()).split("=", 2);
                if (sides.length < 2) {
                    throw new IllegalArgumentException("a macro is \"define NAME = a | b\"");
                }
                macros.put(sides[0].strip(), sides[1].strip());
            } else if (line.startsWith("[")) {
                current = line.substring(1, line.length() - 1).strip();
                if (sections.size() == Long.SIZE && !sections.containsKey(current)) {
                    throw new IllegalArgumentException("more than " + Long.SIZE + " sections");
                }
                sections.putIfAbsent(current, 1L << sections.size());
            } else {
                Long section = sections.get(current);
                if (section == null) {
                    throw new IllegalArgumentException("a pattern before the first [section]");
                }
                cues.add(new CuePattern(line, macros).compile(), section);
            }
        }
    }
}
