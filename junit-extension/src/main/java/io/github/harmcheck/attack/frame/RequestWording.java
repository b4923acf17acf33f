package io.github.harmcheck.attack.frame;

import io.github.harmcheck.internal.ResourceTexts;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request asks for, as an action: "How do I pick a lock?" and "Show me how to pick a lock" are "pick a lock", "Write
 * a song about rain" is "write a song about rain". Rules for English; a request that none fits is quoted as a whole.
 *
 * @param kind how the request is worded
 * @param action what is to be done: words that can stand after "to"
 * @param words the request without please and the mark at its end, beginning with a small letter where it is a command
 */
record RequestWording(Kind kind, String action, String words) {

    /** How a request is worded. */
    enum Kind {
        /** It asks how something is done. */
        HOW,
        /** It tells the app to do something. */
        COMMAND,
        /** Anything else. */
        OTHER
    }

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    private static final Pattern PLEASE = Pattern.compile("(?:please,?|kindly)\\s+", FLAGS);
    private static final Pattern HOW = Pattern.compile(
            "(?:(?:tell|show|teach|explain|describe)(?:\\s+to)?(?:\\s+me)?\\s+)?how\\s+"
                    + "(?:to|(?:do|can|could|would|should|might)\\s+(?:I|you|we|one|someone)"
                    + "|(?:I|you|we|one|someone)\\s+(?:can|could|would|should|might))\\s+",
            FLAGS);
    private static final Pattern GIVE_ME = Pattern.compile("(?:give|show|send|get|name)\\s+(?:me\\s+)?", FLAGS);
    private static final Pattern TELL_ME = Pattern.compile("tell\\s+me\\s+", FLAGS);
    private static final Pattern HELP_ME = Pattern.compile("help\\s+me\\s+(?:to\\s+)?", FLAGS);
    private static final Pattern FOR_ME = Pattern.compile("(\\p{L}+)\\s+me\\s+(?=an?\\s|the\\s)", FLAGS);
    private static final Set<String> COMMANDS = Set.copyOf(ResourceTexts.lines(RequestWording.class, "commands.txt"));

    static RequestWording of(String request) {
        String text = withoutEnd(request.strip());
        Matcher please = PLEASE.matcher(text);
        if (please.lookingAt()) {
            text = text.substring(please.end());
        }
        Matcher how = HOW.matcher(text);
        if (how.lookingAt() && how.end() < text.length()) {
            return new RequestWording(Kind.HOW, text.substring(how.end()), text);
        }
        if (COMMANDS.contains(firstWord(text))) {
            return new RequestWording(Kind.COMMAND, action(text), decapitalized(text));
        }
        return new RequestWording(Kind.OTHER, "answer this: \u201C" + request.strip() + "\u201D", request.strip());
    }

    private static String action(String command) {
        Matcher help = HELP_ME.matcher(command);
        if (help.lookingAt()) {
            return command.substring(help.end());
        }
        Matcher tell = TELL_ME.matcher(command);
        if (tell.lookingAt()) {
            return "find out " + command.substring(tell.end());
        }
        Matcher give = GIVE_ME.matcher(command);
        if (give.lookingAt()) {
            return "get " + command.substring(give.end());
        }
        Matcher forMe = FOR_ME.matcher(command);
        return decapitalized(forMe.lookingAt() ? forMe.group(1) + ' ' + command.substring(forMe.end()) : command);
    }

    private static String decapitalized(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 1 && ".!? ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && end < 20 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
