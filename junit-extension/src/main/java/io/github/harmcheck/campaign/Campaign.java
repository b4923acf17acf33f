package io.github.harmcheck.campaign;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.target.AroundAttempt;
import io.github.harmcheck.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Datasets x attacks against one target with one judge.
 *
 * <pre>{@code
 * CampaignResult result = Campaign.against(Targets.of(app::chat))
 *         .behaviors(Datasets.load("core"))
 *         .attacks("direct", "encodings")
 *         .run();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Campaign {
    private Campaign() {}

    /** Starts a campaign against a target. */
    public static Builder against(Target target) {
        return new Builder(target);
    }

    /** Starts a campaign without a target, which can only be planned. */
    public static Builder withoutTarget() {
        return new Builder(null);
    }

    /** Collects what a campaign is. Not thread-safe. Defaults come from {@link Settings}. */
    public static final class Builder {
        @SuppressWarnings("unused")
        private Builder(@Nullable Target target) {}

        public Builder settings(Settings settings) {
            return this;
        }

        public Builder behaviors(BehaviorDataset... datasets) {
            return this;
        }

        public Builder attacks(String... idsAndGroups) {
            return this;
        }

        /** Sets an attack's own setting, for example {@code human-jailbreaks.templates}. */
        public Builder attackOption(String name, String value) {
            return this;
        }

        /** Takes at most this many variants of each attack for each behavior, drawn by seed. */
        public Builder variants(int most) {
            return this;
        }

        public Builder attacker(TextGenerator attacker) {
            return this;
        }

        public Builder judge(Judge judge) {
            return this;
        }

        public Builder attackJudge(Judge judge) {
            return this;
        }

        public Builder around(AroundAttempt around) {
            return this;
        }

        public Builder limits(Limits limits) {
            return this;
        }

        public Builder trials(int trials) {
            return this;
        }

        public Builder seed(long seed) {
            return this;
        }

        public Builder concurrency(int concurrency) {
            return this;
        }

        public Builder maxCalls(long maxCalls) {
            return this;
        }

        public Builder maxDuration(Duration maxDuration) {
            return this;
        }

        public Builder callTimeout(Duration timeout) {
            return this;
        }

        /** Marks the target as measured and compared, not gated. */
        public Builder reference(boolean reference) {
            return this;
        }

        /** Records which test the campaign belongs to. */
        public Builder test(String testClass, String testMethod) {
            return this;
        }

        public Builder listener(CampaignListener listener) {
            return this;
        }

        /** Folder of the journals; {@code target/harmcheck/findings} by default. */
        public Builder findingsFolder(Path folder) {
            return this;
        }

        /** Returns what the campaign will do, without a call. */
        public Plan plan() {
            throw new IllegalStateException("no engine yet");
        }

        /**
         * Runs the campaign to its end.
         *
         * @throws CampaignException where the plan is larger than {@code maxCalls} or the configuration is wrong
         */
        public CampaignResult run() throws InterruptedException {
            try (RunningCampaign running = start()) {
                return running.finish();
            }
        }

        /** Starts all trials of the plan. */
        public RunningCampaign start() {
            return start(List.of(), key -> true, false);
        }

        /**
         * Starts some trials of the plan.
         *
         * @param unusedNotes lines for the log
         * @param only the trials to run
         * @param partial whether the journal is marked as partial
         */
        RunningCampaign start(List<String> unusedNotes, Predicate<AttemptKey> only, boolean partial) {
            throw new IllegalStateException("no engine yet");
        }

        /** Starts only some trials of the plan; the journal is marked partial and never stands for a full run. */
        public RunningCampaign startPartial(Predicate<AttemptKey> only) {
            return start(List.of(), only, true);
        }

        /** Writes the journal of a campaign that could not begin, so that the gate sees it. */
        public CampaignResult abort(String reason) {
            throw new IllegalStateException("no engine yet: " + reason);
        }
    }
}
