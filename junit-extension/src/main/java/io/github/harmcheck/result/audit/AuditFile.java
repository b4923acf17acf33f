package io.github.harmcheck.result.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.harmcheck.internal.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes audit samples as CSV (RFC 4180) with an empty column {@code label}. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe, and a text longer than a cell may be is cut; labels are bound to the hash, not to
 * what a cell shows.
 *
 * @since 0.1.0
 */
public final class AuditFile {
    /** A cell of a spreadsheet takes 32,767 characters. */
    private static final int MAX_CHARS = 32_000;

    /** What begins a formula, in ASCII and at full width. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private AuditFile() {}

    /** Writes the rows; the file is seen whole or not at all. */
    public static void write(Path file, List<AuditRow> rows) throws IOException {
        AtomicFiles.write(file, writer -> {
            CsvWriter csv = CsvWriter.builder().build(writer);
            csv.writeRecord("id", "stratum", "label", "behavior", "reply", "sha256");
            for (AuditRow row : rows) {
                csv.writeRecord(
                        row.id(), cell(row.stratum()), "", cell(row.behavior()), cell(row.reply()), row.sha256());
            }
            csv.flush();
        });
    }

    static String cell(String text) {
        String cut = text.length() <= MAX_CHARS
                ? text
                : text.substring(0, MAX_CHARS) + " (cut: " + MAX_CHARS + " of " + text.length() + " characters)";
        int first = 0;
        while (first < cut.length() && (Character.isWhitespace(cut.charAt(first)) || isHidden(cut.charAt(first)))) {
            first++;
        }
        boolean active = first < cut.length() && FORMULA.indexOf(cut.charAt(first)) >= 0;
        // A tab or a line break at the start is enough for some spreadsheets to read on in the next cell.
        boolean shifted = first > 0 && (cut.charAt(0) == '\t' || cut.charAt(0) == '\r' || cut.charAt(0) == '\n');
        return active || shifted ? "'" + cut : cut;
    }

    private static boolean isHidden(char c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
