package io.github.harmcheck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Says in one line how a request differs from the nearest one that was recorded. */
final class RequestDifference {
    private static final int SHOWN = 80;
    private static final int BEFORE = 20;
    private static final int MOST_COMPARED = 50;

    private RequestDifference() {}

    /** Returns what changed, or empty where nothing was recorded. */
    static Optional<String> describe(JsonNode now, List<Recording> recorded) {
        return recorded.stream()
                .limit(MOST_COMPARED)
                .map(recording -> changes(recording.request(), now))
                .min(Comparator.comparingInt(List::size))
                .map(RequestDifference::sentence);
    }

    private static String sentence(List<String> changes) {
        if (changes.isEmpty()) {
            return "the same request was recorded, but not so often";
        }
        String more = changes.size() > 1 ? " (and " + (changes.size() - 1) + " more changes)" : "";
        return changes.get(0) + more;
    }

    private static List<String> changes(JsonNode before, JsonNode now) {
        List<String> changes = new ArrayList<>();
        compare("", before, CanonicalJson.of(now), now, changes);
        return changes;
    }

    private static void compare(String path, JsonNode before, JsonNode now, JsonNode root, List<String> changes) {
        if (before.isObject() && now.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + '/' + name, before.path(name), now.path(name), root, changes));
        } else if (before.isArray() && now.isArray()) {
            int both = Math.min(before.size(), now.size());
            for (int i = 0; i < both; i++) {
                compare(path + '/' + i, before.get(i), now.get(i), root, changes);
            }
            if (before.size() != now.size()) {
                changes.add(place(path, root) + " has " + now.size() + " entries, " + before.size() + " were recorded");
            }
        } else if (!CanonicalJson.of(before).equals(now)) {
            changes.add(change(place(path, root), before, now));
        }
    }

    private static String change(String place, JsonNode before, JsonNode now) {
        if (before.isMissingNode()) {
            return place + " is new: " + Texts.quoted(text(now), SHOWN);
        }
        if (now.isMissingNode()) {
            return place + " is gone: " + Texts.quoted(text(before), SHOWN);
        }
        String was = text(before);
        String is = text(now);
        int from = Math.max(0, common(was, is) - BEFORE);
        return place + " changed: " + shown(was, from) + " was recorded, now it is " + shown(is, from);
    }

    private static String shown(String text, int from) {
        return (from > 0 ? "…" : "") + Texts.quoted(text.substring(Math.min(from, text.length())), SHOWN);
    }

    private static int common(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return i;
            }
        }
        return length;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }

    /** A message is named by who speaks, everything else by its path. */
    private static String place(String path, JsonNode root) {
        String[] steps = path.split("/", 5);
        if (path.contains("/messages/")) {
            for (int i = 1; i + 1 < steps.length; i++) {
                if (steps[i].equals("messages")) {
                    return message(
                            steps[i + 1],
                            root.at(path.substring(0, path.indexOf("/messages/")) + "/messages/" + steps[i + 1]
                                    + "/role"));
                }
            }
        }
        return path.isEmpty() ? "the request" : path.substring(1).replace('/', '.');
    }

    private static String message(String index, JsonNode role) {
        String who = role.asText("");
        return who.equals("system")
                ? "the system message"
                : "message " + (Integer.parseInt(index) + 1)
                        + (who.isEmpty() ? "" : " (" + Texts.oneLine(who, 20) + ")");
    }
}
