package io.github.harmcheck.attack.adaptive;

import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The noise of Best-of-N (arXiv 2412.03556, appendix A): scrambled words, random capitals, changed characters. */
final class TextNoise {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int SHORTEST_SCRAMBLED = 4;
    private static final int FIRST_PRINTABLE = 32;
    private static final int LAST_PRINTABLE = 126;

    private TextNoise() {}

    /**
     * Returns a text with noise.
     *
     * @param sigma 0 (none) to 1
     */
    static String add(String text, double sigma, SplittableRandom random) {
        double often = Math.sqrt(sigma);
        double seldom = sigma * sigma * sigma;
        String scrambled = WORD.matcher(text).replaceAll(match -> {
            String word = match.group();
            boolean chosen = word.length() >= SHORTEST_SCRAMBLED && random.nextDouble() < often;
            return Matcher.quoteReplacement(chosen ? scramble(word, random) : word);
        });
        StringBuilder noisy = new StringBuilder(scrambled.length());
        scrambled
                .codePoints()
                .forEach(point -> noisy.appendCodePoint(changed(capital(point, often, random), seldom, random)));
        return noisy.toString();
    }

    /** Shuffles what is between the first and the last character of a word, whole characters. */
    private static String scramble(String word, SplittableRandom random) {
        int[] points = word.codePoints().toArray();
        for (int i = points.length - 2; i > 1; i--) {
            int other = random.nextInt(1, i + 1);
            int point = points[i];
            points[i] = points[other];
            points[other] = point;
        }
        return new String(points, 0, points.length);
    }

    private static int capital(int point, double chance, SplittableRandom random) {
        if (!Character.isLetter(point) || random.nextDouble() >= chance) {
            return point;
        }
        return Character.isUpperCase(point) ? Character.toLowerCase(point) : Character.toUpperCase(point);
    }

    /** Moves a printable ASCII character to the one before or after it; every other stays. */
    private static int changed(int point, double chance, SplittableRandom random) {
        boolean printable = point > FIRST_PRINTABLE && point <= LAST_PRINTABLE;
        if (!printable || random.nextDouble() >= chance) {
            return point;
        }
        int moved = point + (random.nextBoolean() ? 1 : -1);
        return moved > FIRST_PRINTABLE && moved <= LAST_PRINTABLE ? moved : point;
    }
}
