package io.github.harmcheck.dataset;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.harmcheck.internal.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * A semantic category: what kind of harm a behavior is. The known ones are the seven of HarmBench (arXiv 2402.04249,
 * section 4.1), the four everyday domains of advice, and {@code uncategorized}; they are listed in
 * {@code harm-categories.json} beside this class.
 *
 * @param id how datasets write it
 * @param title for people
 * @param description one line for people
 * @since 0.1.0
 */
public record HarmCategory(String id, String title, String description) {

    private static final class Known {
        static final List<HarmCategory> ALL = read();

        private static List<HarmCategory> read() {
            try (InputStream in = HarmCategory.class.getResourceAsStream("harm-categories.json")) {
                return List.copyOf(
                        Json.MAPPER.readValue(Objects.requireNonNull(in), new TypeReference<List<HarmCategory>>() {}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the known categories. A dataset in HarmCheck's own format may declare more. */
    public static List<HarmCategory> known() {
        return Known.ALL;
    }
}
