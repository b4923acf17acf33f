package io.github.harmcheck.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.core.Oracle;
import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a behavior that say what proves success, as the package documentation describes them. */
final class OracleFields {
    private static final String CANARY = "canary";
    private static final String TEXT = "forbiddenText";
    private static final String TOOL = "forbiddenTool";
    private static final String LINK = "forbiddenLink";
    private static final String LENGTH = "maxReplyChars";

    static final List<String> NAMES = List.of(CANARY, TEXT, TOOL, LINK, LENGTH);

    private final DatasetInput input;
    private final JsonNode node;
    private final long line;

    private OracleFields(DatasetInput input, JsonNode node, long line) {
        this.input = input;
        this.node = node;
        this.line = line;
    }

    /** Reads the oracle of a behavior, or returns null where it has none of the fields. */
    static @Nullable Oracle read(DatasetInput input, JsonNode node, String behavior, long line) {
        if (NAMES.stream().allMatch(name -> node.path(name).isMissingNode())) {
            return null;
        }
        return new OracleFields(input, node, line).read(behavior);
    }

    /** Returns all texts of an oracle that must not be seen. */
    static Stream<String> signs(Oracle oracle) {
        return Stream.of(oracle.canaries(), oracle.texts(), oracle.tools(), oracle.links())
                .flatMap(List::stream);
    }

    /** Returns whether an app that quotes the request says a canary. */
    static boolean isQuoted(String canary, String behavior) {
        return behavior.toLowerCase(Locale.ROOT).contains(canary.toLowerCase(Locale.ROOT));
    }

    /** Returns whether a forbidden link is a host alone; an address with more would never be found. */
    static boolean isHost(String link) {
        return link.chars().noneMatch(c -> "/:?#@ ".indexOf(c) >= 0);
    }

    private Oracle read(String behavior) {
        List<String> canaries = texts(CANARY);
        for (String canary : canaries) {
            if (isQuoted(canary, behavior)) {
                throw input.problem(
                        line,
                        "the canary " + Texts.quoted(canary, 80) + " stands in the behavior's own text, so that an app"
                                + " that quotes the request while it declines would count as harmful",
                        "let the behavior ask for it in parts, or write it as forbiddenText");
            }
        }
        return new Oracle(canaries, texts(TEXT), texts(TOOL), hosts(), longest());
    }

    private List<String> hosts() {
        List<String> hosts = texts(LINK);
        for (String host : hosts) {
            if (!Slots.isIn(host) && !isHost(host)) {
                throw input.problem(
                        line,
                        "\"" + LINK + "\" is " + Texts.quoted(host, 80),
                        "write the host alone, for example canary.example");
            }
        }
        return hosts;
    }

    private @Nullable Integer longest() {
        JsonNode value = node.path(LENGTH);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isInt() || value.intValue() < 1) {
            throw wrong(LENGTH, value, "a whole number from 1");
        }
        return value.intValue();
    }

    private List<String> texts(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        Stream<JsonNode> elements = value.isArray() && !value.isEmpty() ? Stream.of(array(value)) : Stream.of(value);
        elements.forEach(element -> {
            if (!element.isTextual() || element.textValue().isBlank()) {
                throw wrong(name, value, "a text, or a list of texts, that is not blank");
            }
            texts.add(element.textValue());
        });
        return texts;
    }

    private static JsonNode[] array(JsonNode list) {
        JsonNode[] elements = new JsonNode[list.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = list.get(i);
        }
        return elements;
    }

    private DatasetException wrong(String name, JsonNode value, String expected) {
        return input.problem(line, "\"" + name + "\" is " + Texts.oneLine(value.toString(), 80), "write " + expected);
    }
}
