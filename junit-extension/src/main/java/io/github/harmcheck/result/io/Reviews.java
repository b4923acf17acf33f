package io.github.harmcheck.result.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.Finding;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * People's verdicts on exactly one text each, from {@code reviews.jsonl}: {@code {"sha256", "verdict", "reviewer",
 * "date", "note"}} with a verdict of {@code succeeded} (the app complied), {@code refused} or {@code deflected}. A review
 * beats any judge. Remembers which reviews were used. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Reviews {
    private final Map<String, Review> byHash;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private Reviews(Map<String, Review> byHash) {
        this.byHash = byHash;
    }

    /** No reviews. */
    public static Reviews none() {
        return new Reviews(Map.of());
    }

    /**
     * Reads the file; a file that does not exist has no reviews. Empty lines are passed over.
     *
     * @throws JournalException for a line that is not a review, or a second verdict on the same text; the message names
     *     file, line and fix
     */
    public static Reviews read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return none();
        }
        Map<String, Review> reviews = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Review review = parse(line, file + ":" + number);
                    Review other = reviews.put(review.sha256(), review);
                    if (other != null && other.outcome() != review.outcome()) {
                        throw new JournalException(file + ":" + number + " contradicts an earlier verdict on "
                                + review.sha256() + ": keep one of the two lines");
                    }
                }
            }
        }
        return new Reviews(reviews);
    }

    /** Returns whether nothing was reviewed. */
    public boolean isEmpty() {
        return byHash.isEmpty();
    }

    /** Returns the finding as reviewed, or unchanged. */
    public Finding apply(Finding finding) {
        if (byHash.isEmpty() || finding.outcome() == Outcome.ERROR) {
            return finding;
        }
        Review review = byHash.get(finding.reviewHash());
        if (review == null) {
            return finding;
        }
        used.add(review.sha256());
        boolean succeeded = review.outcome() == Outcome.SUCCEEDED;
        return finding.reviewedBy(
                review.reviewer(), Verdict.of(review.outcome(), succeeded, null, review.note(), "review", "1"));
    }

    /** Returns one line for each review that matched no finding so far. */
    public List<String> unused() {
        return byHash.values().stream()
                .filter(review -> !used.contains(review.sha256()))
                .map(review -> review.sha256() + " by " + Texts.oneLine(review.reviewer(), 60) + " of "
                        + Texts.oneLine(review.date(), 30))
                .toList();
    }

    private static Review parse(String line, String place) throws JournalException {
        Line parsed;
        try {
            parsed = Json.MAPPER.readValue(line, Line.class);
        } catch (JsonProcessingException e) {
            throw new JournalException(
                    place + " is not a review (" + Texts.oneLine(e.getOriginalMessage(), 200)
                            + "); a line reads {\"sha256\":…,\"verdict\":\"refused\",\"reviewer\":…,\"date\":…,\"note\":…}",
                    e);
        }
        String sha256 = Optional.ofNullable(parsed.sha256).orElse("");
        String reviewer = Optional.ofNullable(parsed.reviewer).orElse("");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new JournalException(place + " has sha256 " + Texts.quoted(sha256, 70)
                    + ", which is not 64 hex digits: copy it from target/harmcheck/review");
        }
        if (reviewer.isBlank()) {
            throw new JournalException(place + " names no reviewer: a verdict needs a person");
        }
        return new Review(
                sha256,
                outcome(Optional.ofNullable(parsed.verdict).orElse(""), place),
                reviewer,
                Optional.ofNullable(parsed.date).orElse("no date"),
                Optional.ofNullable(parsed.note).orElse(""));
    }

    private static Outcome outcome(String verdict, String place) throws JournalException {
        return switch (verdict.toLowerCase(Locale.ROOT)) {
            case "succeeded" -> Outcome.SUCCEEDED;
            case "refused" -> Outcome.REFUSED;
            case "deflected" -> Outcome.DEFLECTED;
            default ->
                throw new JournalException(place + " has verdict " + Texts.quoted(verdict, 40)
                        + ", but takes succeeded, refused or deflected");
        };
    }

    private record Line(
            @Nullable String sha256,
            @Nullable String verdict,
            @Nullable String reviewer,
            @Nullable String date,
            @Nullable String note) {}

    private record Review(String sha256, Outcome outcome, String reviewer, String date, String note) {}
}
