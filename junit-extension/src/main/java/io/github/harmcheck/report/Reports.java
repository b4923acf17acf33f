package io.github.harmcheck.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Writes all reports. Every {@link ReportWriter} that {@link ServiceLoader} finds takes part. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Reports {

    /** The format a person would open first. */
    private static final String FIRST = "html";

    private Reports() {}

    /**
     * Writes every known report into the folder, which is created. A report that cannot be written does not keep the
     * others from being written.
     *
     * @return the file a person would open first
     * @throws IOException where any of them could not be written; the message names the formats, the causes are
     *     suppressed exceptions
     */
    public static Path writeAll(ReportWriter.Content content, Path folder) throws IOException {
        return writeAll(content, folder, writers());
    }

    static Path writeAll(ReportWriter.Content content, Path folder, List<ReportWriter> writers) throws IOException {
        Files.createDirectories(folder);
        Path first = null;
        List<String> failed = new ArrayList<>();
        List<Exception> causes = new ArrayList<>();
        for (ReportWriter writer : writers) {
            try {
                Path file = writer.write(content, folder);
                first = first == null || writer.format().equals(FIRST) ? file : first;
            } catch (IOException | RuntimeException e) {
                failed.add(writer.format() + " (" + e.getMessage() + ")");
                causes.add(e);
            }
        }
        if (!failed.isEmpty()) {
            IOException failure = new IOException("reports not written: " + String.join(", ", failed));
            causes.forEach(failure::addSuppressed);
            throw failure;
        }
        return required(first);
    }

    private static List<ReportWriter> writers() throws IOException {
        try {
            return ServiceLoader.load(ReportWriter.class, Reports.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new IOException("a report format cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static Path required(@Nullable Path file) throws IOException {
        if (file == null) {
            throw new IOException("no report format was found: the library's jar is incomplete");
        }
        return file;
    }
}
