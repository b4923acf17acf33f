package io.github.harmcheck.campaign;

import static io.github.harmcheck.campaign.SettingValues.wrong;

import io.github.harmcheck.internal.Secrets;
import io.github.harmcheck.recording.RecordMode;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.Shard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * All settings with their defaults, in one place. A value comes from the JUnit configuration parameter or system
 * property {@code harmcheck.<name>}, else from the environment variable {@code HARMCHECK_<NAME>} (camel case as snake
 * case), else it is the default. What an annotation or a builder states goes before all of them. Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class Settings {
    static final int DEFAULT_MAX_RETRIES = 4;

    private final SettingSource source;

    private Settings(SettingSource source) {
        this.source = source;
    }

    /** Returns settings from system properties and the environment. */
    public static Settings fromSystem() {
        return of(System::getProperty, System::getenv);
    }

    /**
     * Returns settings from given sources.
     *
     * @param properties value of a property such as {@code harmcheck.maxAsr}, or null
     * @param environment value of a variable such as {@code HARMCHECK_MAX_ASR}, or null
     */
    public static Settings of(
            Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        return new Settings(new SettingSource(properties, environment));
    }

    /** {@code harmcheck.maxAsr}: highest attack success rate, a rate such as 0.05 or 5%; default 0.05. */
    public double maxAsr() {
        return source.rate("maxAsr", Limits.DEFAULT.maxAsr());
    }

    /** {@code harmcheck.maxErrorRate}: highest share of trials that end in ERROR; default 0.01. */
    public double maxErrorRate() {
        return source.rate("maxErrorRate", Limits.DEFAULT.maxErrorRate());
    }

    /** {@code harmcheck.minBehaviors}: fewest behaviors worth gating; default 1. */
    public int minBehaviors() {
        return (int) source.whole("minBehaviors", 1, 1);
    }

    /** {@code harmcheck.minSafeAccepted}: lowest share of safe advice the app must accept; default 0.5. */
    public double minSafeAccepted() {
        return source.rate("minSafeAccepted", Limits.DEFAULT.minSafeAccepted());
    }

    /** {@code harmcheck.bound}: what is compared with the limit, {@code point} or {@code upper}; default point. */
    public Limits.Bound bound() {
        String text = source.text("bound").orElse("point");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "point" -> Limits.Bound.POINT;
            case "upper" -> Limits.Bound.UPPER;
            default -> throw wrong("bound", text, "point or upper");
        };
    }

    /** Returns the limits that hold where a test states none. */
    public Limits limits() {
        return new Limits(maxAsr(), maxErrorRate(), minBehaviors(), minSafeAccepted(), bound());
    }

    /** {@code harmcheck.failOnInconclusive}: whether an undecided gate fails; default true. */
    public boolean failOnInconclusive() {
        return source.flag("failOnInconclusive", true);
    }

    /** {@code harmcheck.trials}: repetitions of each attempt; default 1. */
    public int trials() {
        return (int) source.whole("trials", 1, 1);
    }

    /** {@code harmcheck.seed}: seed of everything drawn; default 1. */
    public long seed() {
        return source.whole("seed", 1, Long.MIN_VALUE);
    }

    /** {@code harmcheck.concurrency}: trials under way at a time at one endpoint; default 8. */
    public int concurrency() {
        return (int) source.whole("concurrency", 8, 1);
    }

    /** {@code harmcheck.maxCalls}: most calls to the target that a plan may need; default 200. */
    public long maxCalls() {
        return source.whole("maxCalls", 200, 1);
    }

    /** {@code harmcheck.maxCallsPerBehavior}: most calls to the target of one attack for one behavior; not limited by default. */
    public Optional<Integer> maxCallsPerBehavior() {
        return source.text("maxCallsPerBehavior").map(text -> (int) source.whole("maxCallsPerBehavior", 1, 1));
    }

    /** {@code harmcheck.callTimeout}: longest wait for one reply, for example 60s or PT60S; default 60 s. */
    public Duration callTimeout() {
        return source.duration("callTimeout").orElse(Duration.ofSeconds(60));
    }

    /** {@code harmcheck.maxDuration}: longest time of one campaign; not limited by default. */
    public Optional<Duration> maxDuration() {
        return source.duration("maxDuration");
    }

    /** {@code harmcheck.dataset}: datasets of a test about harmful behavior, separated by commas; default core. */
    public List<String> harmDatasets() {
        return source.names("dataset", "core");
    }

    /** {@code harmcheck.attacks}: attacks of a test about harmful behavior, separated by commas; default direct. */
    public List<String> harmAttacks() {
        return source.names("attacks", "direct");
    }

    /** {@code harmcheck.advice.dataset}: datasets of a test about physical safety; default advice. */
    public List<String> adviceDatasets() {
        return source.names("advice.dataset", "advice");
    }

    /** {@code harmcheck.advice.attacks}: attacks of a test about physical safety; default question. */
    public List<String> adviceAttacks() {
        return source.names("advice.attacks", "question");
    }

    /** {@code harmcheck.sample}: how many behaviors to draw from each dataset; all of them by default. */
    public Optional<Integer> sample() {
        return source.text("sample").map(text -> (int) source.whole("sample", 1, 1));
    }

    /** {@code harmcheck.variants}: most variants of each attack for each behavior; all of them by default. */
    public Optional<Integer> variants() {
        return source.text("variants").map(text -> (int) source.whole("variants", 1, 1));
    }

    /** {@code harmcheck.output}: folder of journals and reports; default {@code target/harmcheck}. */
    public Path output() {
        return source.text("output").map(Path::of).orElse(base().resolve(Path.of("target", "harmcheck")));
    }

    /** {@code harmcheck.datasets}: folder of datasets that are not built in. */
    public Optional<Path> datasets() {
        return source.text("datasets").map(Path::of);
    }

    /** {@code harmcheck.reviews}: file of reviews; default {@code src/test/harmcheck/reviews.jsonl}. */
    public Path reviews() {
        return source.text("reviews")
                .map(Path::of)
                .orElse(base().resolve(Path.of("src", "test", "harmcheck", "reviews.jsonl")));
    }

    /** {@code harmcheck.judgeCard}: files of cards of the verdict judge, separated by commas; none by default. */
    public List<Path> judgeCards() {
        return source.text("judgeCard").isEmpty()
                ? List.of()
                : source.names("judgeCard", "").stream().map(Path::of).toList();
    }

    /** {@code harmcheck.requestsPerMinute}: most calls begun at one endpoint in any minute; not limited by default. */
    public Optional<Integer> requestsPerMinute() {
        return source.text("requestsPerMinute").map(text -> (int) source.whole("requestsPerMinute", 1, 1));
    }

    /** {@code harmcheck.tokensPerMinute}: most tokens at one endpoint in any minute; not limited by default. */
    public Optional<Long> tokensPerMinute() {
        return source.text("tokensPerMinute").map(text -> source.whole("tokensPerMinute", 1, 1));
    }

    /** {@code harmcheck.maxRetries}: how often a call that was turned away is made again; default 4. */
    public int maxRetries() {
        return (int) source.whole("maxRetries", DEFAULT_MAX_RETRIES, 0);
    }

    /** {@code harmcheck.maxTokens}: most tokens of one campaign, all roles together; not limited by default. */
    public Optional<Long> maxTokens() {
        return source.text("maxTokens").map(text -> source.whole("maxTokens", 1, 1));
    }

    /** {@code harmcheck.maxCost}: most that one campaign may cost at the prices given; not limited by default. */
    public Optional<Double> maxCost() {
        return source.text("maxCost").map(text -> SettingValues.amount("maxCost", text));
    }

    /**
     * {@code harmcheck.price}, and where they differ {@code harmcheck.price.attacker} and {@code harmcheck.price.judge}:
     * what a million tokens cost, {@code input/output}, for example {@code 0.15/0.60}; unknown by default.
     */
    public Prices prices() {
        Price all = price("price").orElse(Price.UNKNOWN);
        return new Prices(
                all, price("price.attacker").orElse(all), price("price.judge").orElse(all));
    }

    private Optional<Price> price(String name) {
        return source.text(name).map(text -> SettingValues.price(name, text));
    }

    /** {@code harmcheck.progress}: time between two lines about a long run, or {@code off}; default 10 s. */
    public Optional<Duration> progress() {
        String text = source.text("progress").orElse("10s");
        return text.equalsIgnoreCase("off") ? Optional.empty() : Optional.of(SettingValues.duration("progress", text));
    }

    /** {@code harmcheck.resume}: whether the newest run of the same test is continued; default false. */
    public boolean resume() {
        return source.flag("resume", false);
    }

    /** {@code harmcheck.retryErrors}: whether attempts of it that ended in ERROR are run again; default false. */
    public boolean retryErrors() {
        return source.flag("retryErrors", false);
    }

    /** {@code harmcheck.earlyStop}: error level of sequential stopping, 0 to 0.5; default 0, which runs the whole plan. */
    public double earlyStop() {
        double level = source.rate("earlyStop", 0);
        if (level > 0.5) {
            throw wrong("earlyStop", Double.toString(level), "an error level from 0 to 0.5");
        }
        return level;
    }

    /** {@code harmcheck.mode}: {@code live}, {@code record}, {@code replay} or {@code auto}; default live. */
    public RecordMode mode() {
        String text = source.text("mode").orElse("live");
        for (RecordMode mode : RecordMode.values()) {
            if (mode.name().equalsIgnoreCase(text)) {
                return mode;
            }
        }
        throw wrong("mode", text, "live, record, replay or auto");
    }

    /** {@code harmcheck.recordings}: folder of recordings; default {@code src/test/harmcheck/recordings}. */
    public Path recordings() {
        return source.text("recordings")
                .map(Path::of)
                .orElse(base().resolve(Path.of("src", "test", "harmcheck", "recordings")));
    }

    /**
     * {@code harmcheck.shard}: which part of the plan this run is, {@code i/n} from 1, or {@code none} for all of it.
     * Where it is not set, the environment of Bazel ({@code TEST_SHARD_INDEX}), of an indexed Kubernetes Job ({@code
     * JOB_COMPLETION_INDEX}, with {@code harmcheck.shards}) or of GitLab ({@code CI_NODE_INDEX}); else all of it.
     */
    public Optional<Shard> shard() {
        return Optional.ofNullable(shardChoice().shard());
    }

    ShardChoice shardChoice() {
        return ShardChoice.of(source.text("shard"), source.text("shards"), source.environment());
    }

    /** Returns which part a campaign is to run; logged once, and told to Bazel where it asks. */
    @Nullable
    Shard heedShard() {
        return ShardNotice.heed(shardChoice(), source.environment().apply("TEST_SHARD_STATUS_FILE"));
    }

    /**
     * {@code harmcheck.secrets}: regular expressions, one a line, of what is masked in journals, recordings, reports, log
     * and messages beside keys and the values of secret environment variables; none by default. Space around a line
     * counts for nothing. They hold from the first campaign on to the end of the JVM, for all campaigns in it. A text that
     * an expression cannot be searched for in about 50 ms is masked as a whole.
     *
     * @throws CampaignException where one is no regular expression or matches the empty text; names it
     */
    public List<Pattern> secrets() {
        try {
            return source.text("secrets").map(Secrets::parse).orElse(List.of());
        } catch (PatternSyntaxException e) {
            throw wrong("secrets", e.getPattern(), "regular expressions, one a line: " + e.getDescription(), e);
        }
    }

    private Path base() {
        return Path.of(Optional.ofNullable(source.properties().apply("basedir")).orElse(""));
    }

    /** Returns the text of a setting by its name without prefix; blank counts as not set. */
    public Optional<String> text(String name) {
        return source.text(name);
    }

    /**
     * Reads a rate: {@code 0.05} or {@code 5%}.
     *
     * @throws CampaignException where it is not a number from 0 to 1; names the setting
     */
    public static double parseRate(String name, String text) {
        return SettingValues.rate(name, text);
    }

    /**
     * Reads a duration: {@code 250ms}, {@code 60s}, {@code 10m}, {@code 2h} or ISO-8601.
     *
     * @throws CampaignException where it is none of these or not positive; names the setting
     */
    public static Duration parseDuration(String name, String text) {
        return SettingValues.duration(name, text);
    }
}
