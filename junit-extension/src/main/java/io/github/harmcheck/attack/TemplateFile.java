package io.github.harmcheck.attack;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.internal.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of templates, UTF-8:
 *
 * <pre>
 * # Lines that begin with # before the first template are comments.
 * === template-id and then, if you like, a note about it
 * Any number of lines with {request} where the request belongs.
 *
 * === next-id
 * …
 * </pre>
 *
 * <p>A line {@code ~~~ next turn} ends a turn of the user, for attacks that say so.
 *
 * <p>A line that begins with {@code ===} and a blank starts a template; its first word is the id: letters, digits and
 * {@code . _ + -}. Blank lines around a template are dropped, those inside are kept. Everything else is text, a {@code #}
 * inside a template included.
 *
 * @since 0.1.0
 */
public final class TemplateFile {
    private static final String HEADER = "=== ";
    private static final int MAX_BYTES = 10_000_000;
    private static final FileCache<List<Template>> FILES = new FileCache<>();

    private final String source;
    private final Set<String> required;
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();

    private TemplateFile(String source, Set<String> required) {
        this.source = source;
        this.required = required;
    }

    /**
     * Reads the templates of the file that an option names, again only where the file has changed.
     *
     * @param required placeholders that each template must have
     * @throws AttackConfigurationException where there is no such file or it is not as described
     */
    public static List<Template> ofOption(String option, String value, Set<String> required) {
        Path file = Options.file(option, value);
        String source = option + " = " + Texts.quoted(value, 200);
        try {
            return FILES.get(file, path -> {
                try (InputStream in = Files.newInputStream(path)) {
                    return read(source, in, required);
                }
            });
        } catch (IOException e) {
            throw new AttackConfigurationException(source + " cannot be read: " + e, e);
        }
    }

    /**
     * Reads all templates, in the order of the file.
     *
     * @param source names the file in messages
     * @param required placeholders that each template must have
     * @throws AttackConfigurationException where the file is not as described; the message names file, line and fix
     */
    static List<Template> read(String source, InputStream in, Set<String> required) throws IOException {
        return new TemplateFile(source, required).parse(decode(source, bytes(source, in)));
    }

    private List<Template> parse(String text) {
        String id = null;
        int headerLine = 0;
        StringBuilder body = new StringBuilder();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.startsWith(HEADER)) {
                add(id, headerLine, body);
                id = idOf(line, number);
                headerLine = number;
                body.setLength(0);
            } else if (id != null) {
                body.append(line).append('\n');
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw wrong(
                        number,
                        "text before the first template: " + Texts.quoted(line, 60)
                                + ". Start a template with a line \"=== its-id\", or a comment with #");
            }
        }
        add(id, headerLine, body);
        if (templates.isEmpty()) {
            throw new AttackConfigurationException(
                    source + " has no template. A template starts with a line \"=== its-id\"");
        }
        return List.copyOf(templates);
    }

    private String idOf(String line, int number) {
        String rest = line.substring(HEADER.length()).strip();
        int blank = rest.indexOf(' ');
        String id = blank < 0 ? rest : rest.substring(0, blank);
        if (!AttemptKey.isPart(id)) {
            throw wrong(
                    number,
                    "a template id is 1 to 120 letters, digits or . _ + - , and this one is not: "
                            + Texts.quoted(id, 60));
        }
        Integer earlier = lineOfId.putIfAbsent(id, number);
        if (earlier != null) {
            throw wrong(number, "the id \"" + id + "\" is taken by the template in line " + earlier + ". Rename one");
        }
        return id;
    }

    private void add(@Nullable String id, int line, StringBuilder body) {
        if (id == null) {
            return;
        }
        Template template = Template.of(id, withoutBlankLinesAround(body.toString()));
        Set<String> present = template.placeholders();
        for (String name : required) {
            if (!present.contains(name)) {
                throw wrong(
                        line,
                        "the template \"" + id + "\" has no {" + name + "}. Write {" + name + "} where the " + name
                                + " belongs");
            }
        }
        templates.add(template);
    }

    private static String withoutBlankLinesAround(String body) {
        List<String> lines = body.lines().toList();
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return String.join("\n", lines.subList(from, to));
    }

    private static byte[] bytes(String source, InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 13];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > MAX_BYTES) {
                throw new AttackConfigurationException(
                        source + " is larger than " + MAX_BYTES + " bytes: is it a file of templates?");
            }
        }
        return out.toByteArray();
    }

    private static String decode(String source, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new AttackConfigurationException(
                    source + ", line " + line + ": this is not UTF-8. Save the file as UTF-8");
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private AttackConfigurationException wrong(int line, String what) {
        return new AttackConfigurationException(source + ", line " + line + ": " + what);
    }
}
