package io.github.harmcheck.dataset;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.internal.Texts;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Turns the rows of one pass over a file into behaviors, or says what is wrong with a row. Holds the ids only. */
final class RowChecks {
    private static final int SHOWN = 80;
    private static final List<String> FUNCTIONAL = Arrays.stream(FunctionalCategory.values())
            .filter(category -> category != FunctionalCategory.ADVICE)
            .map(FunctionalCategory::id)
            .toList();

    private final DatasetInput input;
    private final String dataset;
    private final boolean hasSlots;
    private final TreeSet<String> categories = new TreeSet<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();

    RowChecks(DatasetInput input, String dataset, DatasetHeader header) {
        this.input = input;
        this.dataset = dataset;
        this.hasSlots = !header.slots().isEmpty();
        HarmCategory.known().forEach(category -> categories.add(category.id()));
        categories.addAll(header.categories());
    }

    Behavior behavior(DatasetRow row) {
        checkId(row);
        if (row.text().isBlank()) {
            throw input.problem(
                    row.line(),
                    "the behavior " + Texts.quoted(row.id(), 120) + " has no text",
                    "write it or remove it");
        }
        checkEncodable(row);
        checkSigns(row);
        FunctionalCategory functional = functional(row);
        return new Behavior(
                dataset,
                row.id(),
                row.text(),
                functional,
                semantic(row),
                row.context().isBlank() ? null : row.context(),
                row.tags(),
                row.split().isBlank() ? input.defaultSplit() : row.split(),
                row.advice(),
                row.oracle());
    }

    private void checkId(DatasetRow row) {
        String id = row.id();
        if (id.isBlank()) {
            throw input.problem(row.line(), "the id is missing", "give each behavior an id of its own");
        }
        if (!AttemptKey.isPart(id)) {
            throw input.problem(
                    row.line(),
                    "the id " + Texts.quoted(id, SHOWN) + " is not 1 to 120 letters, digits or . _ + -",
                    "rename it");
        }
        Long first = lines.putIfAbsent(id, row.line());
        if (first != null) {
            throw input.problem(
                    row.line(),
                    "the id " + Texts.quoted(id, 120) + " is already used in line " + first,
                    "give each behavior an id of its own");
        }
    }

    /** A half of a surrogate pair, as a JSON escape can write it, would turn into "?" on its way to the app. */
    private void checkEncodable(DatasetRow row) {
        checkEncodable(row, List.of(row.text(), row.context(), row.split()));
        checkEncodable(row, row.tags());
        if (row.advice() != null) {
            checkEncodable(row, row.advice().safe());
            checkEncodable(row, row.advice().unsafe());
        }
        if (row.oracle() != null) {
            checkEncodable(row, row.oracle().canaries());
            checkEncodable(row, row.oracle().texts());
        }
    }

    private void checkEncodable(DatasetRow row, List<String> texts) {
        for (String text : texts) {
            if (!encoder.canEncode(text)) {
                throw input.problem(
                        row.line(),
                        "the text " + Texts.quoted(text, SHOWN) + " has half of a surrogate pair",
                        "write the whole character");
            }
        }
    }

    /** A slot that nobody fills would be looked for as it is written, and never found. */
    private void checkSigns(DatasetRow row) {
        if (row.oracle() != null && !hasSlots) {
            OracleFields.signs(row.oracle()).filter(Slots::isIn).findFirst().ifPresent(sign -> {
                throw input.problem(
                        row.line(),
                        "what the behavior " + Texts.quoted(row.id(), 120) + " must not say or do is "
                                + Texts.quoted(sign, SHOWN) + ", and the header declares no slots",
                        "declare it in \"slots\" of the header, or write it without braces");
            });
        }
    }

    private FunctionalCategory functional(DatasetRow row) {
        if (row.advice() != null) {
            return FunctionalCategory.ADVICE;
        }
        boolean context = !row.context().isBlank();
        if (row.functionalCategory().isBlank()) {
            return context ? FunctionalCategory.CONTEXTUAL : FunctionalCategory.STANDARD;
        }
        if (!FUNCTIONAL.contains(row.functionalCategory())) {
            throw unknown(row, "functional category", row.functionalCategory(), FUNCTIONAL, "");
        }
        FunctionalCategory category =
                FunctionalCategory.valueOf(row.functionalCategory().toUpperCase(Locale.ROOT));
        if (category == FunctionalCategory.CONTEXTUAL && !context) {
            throw input.problem(
                    row.line(),
                    "the behavior " + Texts.quoted(row.id(), 120) + " is contextual and has no context",
                    "add the context, or make it standard");
        }
        return category;
    }

    private String semantic(DatasetRow row) {
        if (row.semanticCategory().isBlank()) {
            return Behavior.UNCATEGORIZED;
        }
        String known = categories.ceiling(row.semanticCategory());
        if (!row.semanticCategory().equals(known)) {
            throw unknown(
                    row,
                    "semantic category",
                    row.semanticCategory(),
                    categories,
                    " (a file in HarmCheck's own format may declare more in \"categories\" of its header)");
        }
        return known; // the same text for all behaviors, of which a result keeps one for each
    }

    private DatasetException unknown(DatasetRow row, String what, String value, Collection<String> known, String more) {
        return input.problem(
                row.line(),
                "unknown " + what + " " + Texts.quoted(value, SHOWN) + Nearest.hint(value, known),
                "known are " + Texts.oneLine(String.join(", ", known), 600) + more);
    }
}
