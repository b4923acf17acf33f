package io.github.harmcheck.judge;

import io.github.harmcheck.internal.FencedText;
import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A classifier's own prompt, read from a file of the user.
 *
 * @param text with {@code {behavior}}, {@code {generation}} and perhaps {@code {context}}
 * @param marks what marks its parts, such as {@code [BEHAVIOR]}, which no text filled in may hold
 */
record ClassifierTemplate(String text, Pattern marks) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_]{1,40})}");
    private static final Pattern MARK = Pattern.compile("\\[[^\\[\\]\\n]{1,60}]|<<[^<>\\n]{1,60}>>|<[^<>\\n]{1,60}>");
    private static final Set<String> KNOWN = Set.of("behavior", "generation", "context");
    private static final Pattern NONE = Pattern.compile("(?!)");

    /**
     * Reads a template.
     *
     * @throws JudgeConfigurationException where the file cannot be read, lacks a placeholder or has an unknown one
     */
    static ClassifierTemplate read(Path file, List<String> required) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new JudgeConfigurationException(
                    "the prompt template " + file.toAbsolutePath()
                            + " does not exist: save the classifier's own prompt there",
                    e);
        } catch (CharacterCodingException e) {
            throw new JudgeConfigurationException("the prompt template " + file + " is not UTF-8: save it as UTF-8", e);
        } catch (IOException e) {
            throw new JudgeConfigurationException("the prompt template " + file + " cannot be read: " + e, e);
        }
        Set<String> used = new TreeSet<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            used.add(places.group(1));
        }
        List<String> missing =
                required.stream().filter(name -> !used.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new JudgeConfigurationException("the prompt template " + file + " has no {"
                    + String.join("} and no {", missing) + "}: put it where that text belongs");
        }
        used.removeAll(KNOWN);
        if (!used.isEmpty()) {
            throw new JudgeConfigurationException("the prompt template " + file + " has {"
                    + used.stream().map(name -> Texts.oneLine(name, 40)).collect(Collectors.joining("} and {"))
                    + "}; known are {behavior}, {generation} and {context}");
        }
        return new ClassifierTemplate(text, marks(text));
    }

    private static Pattern marks(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = MARK.matcher(text);
        while (matcher.find()) {
            found.add(Pattern.quote(matcher.group()));
        }
        return found.isEmpty()
                ? NONE
                : Pattern.compile(
                        found.stream().distinct().collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean hasContext() {
        return text.contains("{context}");
    }

    String fill(String behavior, String generation, String context) {
        Map<String, String> texts = Map.of(
                "behavior", FencedText.unmarked(behavior, marks),
                "generation", FencedText.unmarked(generation, marks),
                "context", FencedText.unmarked(context, marks));
        return PLACE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(texts.getOrDefault(match.group(1), match.group())));
    }

    String hash() {
        return Hashes.sha256(text).substring(0, 12);
    }
}
