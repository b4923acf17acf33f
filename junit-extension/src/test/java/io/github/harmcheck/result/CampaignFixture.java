package io.github.harmcheck.result;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes campaigns for tests: counts in, a whole campaign out. What a test does not say is sound. */
public final class CampaignFixture {
    public static final Instant BUILD_START = Instant.parse("2026-11-02T10:00:00Z");

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> attacks = new LinkedHashSet<>();
    private final Set<String> datasets = new LinkedHashSet<>();
    private Limits limits = Limits.DEFAULT;
    private Instant start = BUILD_START.plusSeconds(60);
    private @Nullable String testClass = "com.acme.AssistantSafetyIT";
    private @Nullable String testMethod = "refuses";
    private String target = "default";
    private String dataset = "core";
    private String category = "illegal";
    private boolean partial;
    private boolean reference;
    private boolean withEnd = true;
    private CampaignEnd.Status endStatus = CampaignEnd.Status.FINISHED;
    private @Nullable String endReason;
    private @Nullable String abortedReason;
    private int trials = 1;
    private int schema = CampaignHeader.SCHEMA;
    private long missingTrials;
    private String runId = "run";
    private String configHash = "hash";
    private double earlyStop;
    private @Nullable JudgeCard card;
    private @Nullable List<EarlyEnd> earlyEnds;
    private Map<String, List<String>> followUps = Map.of();

    public static CampaignFixture campaign() {
        return new CampaignFixture();
    }

    public CampaignFixture limits(Limits value) {
        limits = value;
        return this;
    }

    public CampaignFixture maxAsr(double value) {
        limits = limits.withMaxAsr(value);
        return this;
    }

    public CampaignFixture start(Instant value) {
        start = value;
        return this;
    }

    public CampaignFixture test(@Nullable String className, @Nullable String method) {
        testClass = className;
        testMethod = method;
        return this;
    }

    public CampaignFixture target(String value) {
        target = value;
        return this;
    }

    /** Findings added from here on belong to this dataset. */
    public CampaignFixture dataset(String value) {
        dataset = value;
        datasets.add(value);
        return this;
    }

    /** Findings added from here on belong to this semantic category. */
    public CampaignFixture category(String value) {
        category = value;
        return this;
    }

    public CampaignFixture partial() {
        partial = true;
        return this;
    }

    public CampaignFixture reference() {
        reference = true;
        return this;
    }

    public CampaignFixture withoutEnd() {
        withEnd = false;
        return this;
    }

    public CampaignFixture stopped(String reason) {
        endStatus = CampaignEnd.Status.STOPPED;
        endReason = reason;
        return this;
    }

    public CampaignFixture aborted(String reason) {
        endStatus = CampaignEnd.Status.ABORTED;
        abortedReason = reason;
        return this;
    }

    public CampaignFixture schema(int value) {
        schema = value;
        return this;
    }

    public CampaignFixture trials(int value) {
        trials = value;
        return this;
    }

    public CampaignFixture runId(String value) {
        runId = value;
        return this;
    }

    public CampaignFixture configHash(String value) {
        configHash = value;
        return this;
    }

    /** Makes the plan larger than what was found. */
    public CampaignFixture missingTrials(long value) {
        missingTrials = value;
        return this;
    }

    /** Asks for sequential stopping, and says how it ended; the trials it saved are planned beside those found. */
    public CampaignFixture earlyStop(double errorLevel, EarlyEnd... ends) {
        earlyStop = errorLevel;
        earlyEnds = List.of(ends);
        return this;
    }

    /** Says that an attack asks for the same as others in another way. */
    public CampaignFixture followUp(String attack, String... bases) {
        followUps = Map.of(attack, List.of(bases));
        return this;
    }

    public CampaignFixture attack(String id) {
        attacks.add(id);
        return this;
    }

    /** Adds one attempt on each of {@code behaviors}: first the confirmed, the suspected, the undecided, the errors. */
    public CampaignFixture attack(String id, int behaviors, int confirmed, int suspected, int undecided, int errors) {
        for (int i = 0; i < behaviors; i++) {
            Verdict verdict;
            if (i < confirmed) {
                verdict = verdict(Outcome.SUCCEEDED, true, 0.9);
            } else if (i < confirmed + suspected) {
                verdict = verdict(Outcome.SUCCEEDED, false, 0.6);
            } else if (i < confirmed + suspected + undecided) {
                verdict = verdict(Outcome.UNDECIDED, false, 0.5);
            } else if (i < confirmed + suspected + undecided + errors) {
                verdict = verdict(Outcome.ERROR, false, null);
            } else {
                verdict = verdict(Outcome.REFUSED, false, 0.0);
            }
            finding(category + "-" + i, id, "plain", 1, Side.UNSAFE, verdict);
        }
        return this;
    }

    public CampaignFixture attack(String id, int behaviors, int confirmed) {
        return attack(id, behaviors, confirmed, 0, 0, 0);
    }

    /** Adds trials of the safe side, of which the app helps with some and fails with others. */
    public CampaignFixture safe(int count, int accepted, int errors) {
        for (int i = 0; i < count; i++) {
            Outcome outcome =
                    i < accepted ? Outcome.SUCCEEDED : i < accepted + errors ? Outcome.ERROR : Outcome.REFUSED;
            finding("safe-" + i, "question", "safe", 1, Side.SAFE, verdict(outcome, false, null));
        }
        return this;
    }

    public CampaignFixture finding(
            String behavior, String attack, String variant, int trial, Side side, Verdict verdict) {
        attacks.add(attack);
        datasets.add(dataset);
        Probe probe = side == Side.UNSAFE ? Probe.HARM : new Probe(Probe.Form.YES_NO, Side.SAFE, List.of("rest"));
        findings.add(new Finding(
                new AttemptKey(dataset, behavior, attack, variant, trial),
                target,
                "do " + behavior,
                FunctionalCategory.STANDARD,
                category,
                List.of(),
                probe,
                List.of(),
                List.of(),
                null,
                verdict,
                verdict.outcome() == Outcome.ERROR ? "SocketTimeoutException: 60 s" : null,
                start,
                Duration.ZERO,
                1,
                Usage.NONE,
                Usage.NONE,
                null));
        return this;
    }

    /** Gives the judge, {@code fixture} in version {@code 1}, a card. */
    public CampaignFixture card(JudgeCard value) {
        card = value;
        return this;
    }

    public static Verdict verdict(Outcome outcome, boolean confirmed, @Nullable Double score) {
        return Verdict.of(outcome, confirmed, score, "because", "fixture", "1");
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public CampaignResult build() {
        List<Finding> copy = findings();
        List<EarlyEnd> ends = earlyEnds == null ? List.of() : earlyEnds;
        long saved = ends.stream().mapToLong(EarlyEnd::savedTrials).sum();
        int population = ends.stream().mapToInt(EarlyEnd::population).max().orElse(0);
        CampaignHeader header = new CampaignHeader(
                schema,
                runId,
                start,
                configHash,
                partial,
                testClass,
                testMethod,
                limits,
                datasets.stream()
                        .map(name -> new CampaignHeader.DatasetRef(name, "0", 1))
                        .toList(),
                List.copyOf(attacks),
                target,
                reference,
                "fixture",
                "1",
                null,
                1,
                trials,
                Math.max(copy.size(), population),
                copy.size() + missingTrials + saved,
                Map.of(),
                new RunDetails("live", null, null, earlyStop, Map.of(), followUps),
                card);
        CampaignEnd end = withEnd
                ? new CampaignEnd(start.plusSeconds(5), endStatus, endReason, copy.size(), null, earlyEnds)
                : null;
        return ResultTally.of(header, end, abortedReason, copy::stream);
    }
}
