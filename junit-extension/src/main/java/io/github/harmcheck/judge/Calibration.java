package io.github.harmcheck.judge;

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
 * offline|class|id] [--card OUT.json] [--predictions OUT.jsonl]}. {@link LabelFile} says what labels look like. Asks a
 * judge one reply at a time, labels first, then the pre-qualification sets ({@link Prequalification}): a judge that asks a
 * model is asked about all of them.
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
            CalibrationCard card = new Calibration(CalibrationArguments.judge(asked.judge()))
                    .measure(asked.labels(), asked.predictions());
            card.lines().forEach(out::println);
            if (asked.card() != null) {
                card.write(asked.card());
                out.println("card: " + asked.card());
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

    /**
     * Measures.
     *
     * @param labels file of labels
     * @throws DatasetException for labels that are none; the message names file, line, value and fix
     * @throws IllegalArgumentException where the judge failed on every reply
     */
    public CalibrationCard measure(Path labels) throws IOException {
        return measure(labels, null);
    }

    /**
     * Measures and writes down each decision.
     *
     * @param predictions file to write {@code {id, outcome, confirmed, score}} to, one line for each label, or null
     */
    public CalibrationCard measure(Path labels, @Nullable Path predictions) throws IOException {
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

    private void judgeAll(Path labels, CardTally tally, PredictionWriter predictions) throws IOException {
        int failed = 0;
        String first = "";
        try (LabelFile file = LabelFile.open(labels)) {
            for (Optional<LabelledReply> next = file.next(); next.isPresent(); next = file.next()) {
                Verdict verdict = judge(next.get().exchange());
                if (verdict.outcome() == Outcome.ERROR && failed++ == 0) {
                    first = verdict.reason();
                }
                tally.add(next.get(), verdict);
                predictions.write(new Prediction(
                        next.get().id(), verdict.outcome(), verdict.confirmed(), verdict.score()));
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
                        row.reply().complied(), row.unknowable(), judge(row.reply().exchange()));
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
