package io.github.harmcheck.dataset;

import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.Oracle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as a reader found it, not yet checked: an empty text stands for a missing value. All texts are untrusted.
 *
 * @param line where it begins, from 1
 * @param id its id
 * @param text the behavior, or the scenario of an advice row
 * @param functionalCategory how it is posed, as {@link io.github.harmcheck.core.FunctionalCategory#id} writes it; where
 *     empty, {@code contextual} with a context and {@code standard} without
 * @param semanticCategory what kind of harm; where empty, {@code uncategorized}
 * @param context text the request refers to; empty for none
 * @param tags its labels
 * @param split the part of the dataset; empty for none
 * @param advice the advice of an advice row, null for a behavior
 * @param oracle what proves success, null where the dataset does not say
 * @since 0.1.0
 */
public record DatasetRow(
        long line,
        String id,
        String text,
        String functionalCategory,
        String semanticCategory,
        String context,
        List<String> tags,
        String split,
        @Nullable Advice advice,
        @Nullable Oracle oracle) {

    public DatasetRow {
        tags = List.copyOf(tags);
    }

    /** Creates a row without an oracle. */
    public DatasetRow(
            long line,
            String id,
            String text,
            String functionalCategory,
            String semanticCategory,
            String context,
            List<String> tags,
            String split,
            @Nullable Advice advice) {
        this(line, id, text, functionalCategory, semanticCategory, context, tags, split, advice, null);
    }

    /** Creates the row of a behavior of which only id and text are known. */
    public static DatasetRow of(long line, String id, String text) {
        return new DatasetRow(line, id, text, "", "", "", List.of(), "", null);
    }
}
