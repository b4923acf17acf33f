package io.github.harmcheck.target;

import io.github.harmcheck.internal.Secrets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what of a request must be shown nowhere. */
final class RequestSecrets {
    /** Shorter values are no secrets, and masking them would make a message unreadable. */
    private static final int SHORTEST = 4;

    private static final int SHORTEST_OF_QUERY = 8;

    private final List<String> own = new ArrayList<>();
    private final List<String> everywhere = new ArrayList<>();

    void variable(String header, String variable, String value) {
        if (value.length() >= SHORTEST) {
            own.add(value);
        }
        if (Secrets.isSecretName(header) || Secrets.isSecretName(variable)) {
            everywhere.add(value);
        }
    }

    /** Takes a header whose name says that it is secret, without its scheme, for example {@code Bearer}. */
    void header(String name, String value) {
        if (Secrets.isSecretName(name)) {
            String secret = value.substring(value.indexOf(' ') + 1);
            if (secret.length() >= SHORTEST) {
                own.add(secret);
            }
            everywhere.add(secret);
        }
    }

    void query(@Nullable String rawQuery) {
        if (rawQuery == null) {
            return;
        }
        for (String parameter : rawQuery.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String raw = parameter.substring(equals + 1);
            String decoded = decode(raw);
            for (String value : List.of(raw, decoded)) {
                if (value.length() >= SHORTEST_OF_QUERY) {
                    own.add(value);
                    if (equals > 0 && Secrets.isSecretName(parameter.substring(0, equals))) {
                        everywhere.add(value);
                    }
                }
            }
        }
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }

    /** Declares what is secret in all that is written down, and returns what is secret in messages, longest first. */
    List<String> declare() {
        Secrets.declareValues(everywhere);
        own.sort((a, b) -> Integer.compare(b.length(), a.length()));
        return List.copyOf(own);
    }
}
