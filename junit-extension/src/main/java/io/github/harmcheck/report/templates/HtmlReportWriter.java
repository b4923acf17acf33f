package io.github.harmcheck.report.templates;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import io.github.harmcheck.internal.AtomicFiles;
import io.github.harmcheck.report.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Writes {@code index.html}: one page without any other file, readable without a network and without scripts. Harmful
 * texts are covered until they are clicked. Dialogues are written while they are read, so that memory does not grow
 * with the journals. Stateless, thread-safe.
 *
 * @since 0.1.0
 */
public final class HtmlReportWriter implements ReportWriter {

    @Override
    public String format() {
        return "html";
    }

    @Override
    public Path write(Content content, Path folder) throws IOException {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null,
                ContentType.Html,
                HtmlReportWriter.class.getClassLoader(),
                HtmlReportWriter.class.getPackageName());
        Path file = folder.resolve("index.html");
        AtomicFiles.write(file, writer -> {
            try {
                engine.render("index.jte", PageView.of(content, engine), new WriterOutput(writer));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (TemplateException e) {
                throw new IOException(
                        "the HTML report cannot be written: " + innermost(e).getMessage(), e);
            }
        });
        return file;
    }

    /** The template engine wraps what went wrong once per template; a reader wants to hear about the journal. */
    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
