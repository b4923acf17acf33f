package io.github.harmcheck.campaign;

import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.Shard;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the texts of settings. Every mistake names setting, value and what it takes. */
final class SettingValues {
    private static final Pattern PAIR = Pattern.compile("\\s*([0-9.]{1,12})\\s*/\\s*([0-9.]{1,12})\\s*");

    private SettingValues() {}

    static double rate(String name, String text) {
        try {
            double value = text.endsWith("%")
                    ? Double.parseDouble(text.substring(0, text.length() - 1).strip()) / 100
                    : Double.parseDouble(text);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, "a rate such as 0.05 or 5%", e);
        }
        throw wrong(name, text, "a rate from 0 to 1 such as 0.05 or 5%");
    }

    static Duration duration(String name, String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        try {
            Duration value = lower.startsWith("p")
                    ? Duration.parse(lower)
                    : lower.endsWith("ms")
                            ? Duration.ofMillis(Long.parseLong(
                                    lower.substring(0, lower.length() - 2).strip()))
                            : Duration.parse("pt" + lower.replace(" ", ""));
            if (value.compareTo(Duration.ZERO) > 0) {
                return value;
            }
        } catch (NumberFormatException | java.time.format.DateTimeParseException | ArithmeticException e) {
            throw wrong(name, text, "a duration such as 60s, 10m or PT1H", e);
        }
        throw wrong(name, text, "a duration above zero such as 60s, 10m or PT1H");
    }

    static double amount(String name, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, "an amount such as 2.50", e);
        }
        throw wrong(name, text, "an amount above zero such as 2.50");
    }

    static Price price(String name, String text) {
        String expected = "input/output for a million tokens, for example 0.15/0.60";
        Matcher pair = pair(name, text, expected);
        try {
            return new Price(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2)));
        } catch (IllegalArgumentException e) {
            throw wrong(name, text, expected, e);
        }
    }

    static Shard shard(String name, String text) {
        String expected = "i/n with 1 <= i <= n, for example 2/4";
        Matcher pair = pair(name, text, expected);
        try {
            return new Shard(Integer.parseInt(pair.group(1)), Integer.parseInt(pair.group(2)));
        } catch (IllegalArgumentException e) {
            throw wrong(name, text, expected, e);
        }
    }

    private static Matcher pair(String name, String text, String expected) {
        Matcher pair = PAIR.matcher(text);
        if (!pair.matches()) {
            throw wrong(name, text, expected);
        }
        return pair;
    }

    static CampaignException wrong(String name, String text, String expected) {
        return wrong(name, text, expected, null);
    }

    static CampaignException wrong(String name, String text, String expected, @Nullable Throwable cause) {
        return new CampaignException(
                "harmcheck." + name + " is " + Texts.quoted(text, 60) + ", but takes " + expected, cause);
    }
}
