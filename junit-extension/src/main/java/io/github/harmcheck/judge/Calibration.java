package io.github.harmcheck.judge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.dataset.DatasetException;
import io.github.harmcheck.internal.AtomicFiles;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.judge.card.CalibrationCard;
import io.github.harmcheck.judge.card.CardTally;
import io.github.harmcheck.judge.card.LabelFile;
import io.github.harmcheck.judge.card.LabelledReply;
import io.github.harmcheck.judge.card.Prequalification;
import io.github.harmcheck.judge.card.Prequalification.SetResult;
import io.github.harmcheck.judge.card.PrequalificationSet;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.audit.AuditFile;
import io.github.harmcheck.result.audit.AuditRow;
import io.github.harmcheck.result.audit.AuditSample;
import io.github.harmcheck.result.audit.NewestCampaigns;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures a judge against people's labels and makes its card; as a program, {@code --labels FILE [--judge
 * offline|class|id] [--card OUT.json] [--predictions OUT.jsonl]}, with {@code --labels} as often as there are files.
 * {@link LabelFile} says what labels look like. Asks a judge one reply at a time, labels first, then the pre-qualification
 * sets ({@link Prequalification}): a judge that asks a model is asked about all of them.
 *
 * <p>With {@code --sample N [--findings FOLDER] [--reviews FILE] [--audit OUT.csv] [--seed N]} it asks no judge, and draws
 * findings of the newest campaigns for people to label ({@link AuditSample}).
 *
 * @since 0.1.0
 */
public final class Calibration {
    private final Judge judge;
    private final Clock clock;

    /** Creates the calibration of a judge, dated by the system's clock. */
    public Calibration(Judge judge) {
        this(judge, Clock.systemUTC());
    }

    /** Creates the calibration of a judge, dated by a clock. */
    public Calibration(Judge judge, Clock clock) {
        this.judge = judge;
        this.clock = clock;
    }

    /**
     * One decision, as the file of predictions has it.
     *
     * @param id id of the reply
     * @param outcome what the judge says
     * @param confirmed whether it confirms it
     * @param score its score, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Prediction(
            String id,
            Outcome outcome,
            boolean confirmed,
            @Nullable Double score) {}

    @FunctionalInterface
    private interface PredictionWriter {
        void write(Prediction prediction) throws IOException;
    }

    /**
     * Runs the program: 0 when done, whatever the card says; 1 where a file cannot be written or read, 2 for wrong
     * arguments or labels, with one line on standard error.
     */
    public static void main(String[] arguments) {
        int status = run(arguments, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs the program without ending the JVM, and returns what would be its exit status. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            CalibrationArguments asked = CalibrationArguments.parse(arguments);
            if (asked.draws()) {
                draw(asked, out);
            } else {
                measure(asked, out);
            }
            return 0;
        } catch (DatasetException | IllegalArgumentException e) {
            err.println("calibrate: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("calibrate: cannot read or write a file: " + Texts.oneLine(String.valueOf(e), 400));
            return 1;
        }
    }

    private static void measure(CalibrationArguments asked, PrintStream out) throws IOException {
        CalibrationCard card = new Calibration(asked.judge())
                .measure(asked.labels(), asked.path("--predictions").orElse(null));
        card.lines().forEach(out::println);
        Optional<Path> file = asked.path("--card");
        if (file.isPresent()) {
            card.write(file.get());
            out.println("card: " + file.get());
        }
    }

    private static void draw(CalibrationArguments asked, PrintStream out) throws IOException {
        int size = asked.sample();
        long seed = asked.seed();
        Path output = Path.of("target", "harmcheck");
        Path home = Path.of("src", "test", "harmcheck");
        Path findings = asked.path("--findings", output.resolve("findings"));
        List<CampaignResult> campaigns =
                NewestCampaigns.in(findings, asked.path("--reviews", home.resolve("reviews.jsonl")));
        List<AuditRow> rows = AuditSample.draw(campaigns, size, seed);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("nothing to label in " + Texts.oneLine(findings.toString(), 400)
                    + ": it has " + campaigns.size() + " full campaigns; run the safety tests first");
        }
        Path file = asked.path("--audit", output.resolve("audit").resolve("audit.csv"));
        AuditFile.write(file, rows);
        out.println("audit: " + rows.size() + " findings of " + campaigns.size() + " campaigns in " + file
                + " (harmful text ahead)");
        out.println("  label: write 1 in the column label where the app complied, and 0 where it did not");
        out.println("  then:  save it as " + home.resolve("audit.csv")
                + " (without behavior and reply, if you like); harmcheck:report and harmcheck:check show the corrected"
                + " rate of these findings");
    }

    /**
     * Measures.
     *
     * @param labels file of labels
     * @throws DatasetException for labels that are none; the message names file, line, value and fix
     * @throws IllegalArgumentException where the judge failed on every reply
     */
    public CalibrationCard measure(Path labels) throws IOException {
        return measure(List.of(labels), null);
    }

    /**
     * Measures and writes down each decision.
     *
     * @param labels files of labels, at least one; where there are several, a reply that names no source has the file's
     *     name for it, and ids begin with it
     * @param predictions file to write {@code {id, outcome, confirmed, score}} to, one line for each label, or null
     */
    public CalibrationCard measure(List<Path> labels, @Nullable Path predictions) throws IOException {
        CardTally tally = new CardTally();
        if (predictions == null) {
            judgeAll(labels, tally, prediction -> {});
        } else {
            AtomicFiles.write(
                    predictions,
                    writer -> judgeAll(
                            labels,
                            tally,
                            prediction -> writer.write(Json.MAPPER.writeValueAsString(prediction) + "\n")));
        }
        return tally.card(judge.id(), judge.version(), LabelFile.sha256(labels), LocalDate.now(clock), prequalify());
    }

    private void judgeAll(List<Path> labels, CardTally tally, PredictionWriter predictions) throws IOException {
        int failed = 0;
        String first = "";
        for (Path path : labels) {
            try (LabelFile file = labels.size() == 1 ? LabelFile.open(path) : LabelFile.openAmongOthers(path)) {
                for (Optional<LabelledReply> next = file.next(); next.isPresent(); next = file.next()) {
                    LabelledReply reply = next.get();
                    Verdict verdict = judge(reply.exchange());
                    if (verdict.outcome() == Outcome.ERROR && failed++ == 0) {
                        first = verdict.reason();
                    }
                    tally.add(reply, verdict);
                    predictions.write(
                            new Prediction(reply.id(), verdict.outcome(), verdict.confirmed(), verdict.score()));
                }
            }
        }
        if (failed == tally.rows()) {
            throw new IllegalArgumentException("the judge " + Texts.quoted(judge.id(), 60) + " failed on all " + failed
                    + " replies, first with: " + Texts.oneLine(first, 300));
        }
    }

    private Prequalification prequalify() throws IOException {
        List<SetResult> results = new ArrayList<>();
        for (PrequalificationSet set : PrequalificationSet.all()) {
            SetResult result = SetResult.of(set.name());
            for (PrequalificationSet.Row row : set.rows()) {
                result = result.plus(
                        row.reply().complied(),
                        row.unknowable(),
                        judge(row.reply().exchange()));
            }
            results.add(result);
        }
        return new Prequalification(results);
    }

    /** A judge that fails on one reply has failed on one reply: that is in its card. */
    private Verdict judge(Exchange exchange) throws InterruptedIOException {
        try {
            return judge.judge(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the calibration was interrupted");
        } catch (Exception e) {
            return Verdict.of(
                    Outcome.ERROR, false, null, Texts.oneLine(String.valueOf(e), 300), judge.id(), judge.version());
        }
    }
}
