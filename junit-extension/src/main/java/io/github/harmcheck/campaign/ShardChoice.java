package io.github.harmcheck.campaign;

import static io.github.harmcheck.campaign.SettingValues.wrong;

import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.Shard;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the plan this run is, and who said so: {@code harmcheck.shard}, else the environment that engines set.
 * Bazel's comes first, since it is about this one test and only set where its rule asks for shards. A Kubernetes Job
 * tells a pod its index but not their number, so that {@code harmcheck.shards} has to; without it the pod runs the whole
 * plan, as many indexed Jobs were never about shards. GitLab numbers the jobs of a matrix too, which differ in something
 * else, and only their name tells them from the parts of {@code parallel: n}.
 *
 * @param shard the part, or null for all of the plan
 * @param why who said so, for the log; empty where nobody said anything
 */
record ShardChoice(@Nullable Shard shard, String why) {
    private static final String OFF = "none";
    private static final String SWITCH_OFF = "harmcheck.shard=" + OFF + " runs the whole plan";

    /**
     * Chooses.
     *
     * @param setting {@code harmcheck.shard}
     * @param count {@code harmcheck.shards}
     * @param environment the variables of the process
     * @throws CampaignException where what is said makes no sense or contradicts itself; names the setting or variable
     */
    static ShardChoice of(
            Optional<String> setting, Optional<String> count, Function<String, @Nullable String> environment) {
        Integer shards = count.map(ShardChoice::count).orElse(null);
        if (setting.isPresent()) {
            return setting.get().toLowerCase(Locale.ROOT).equals(OFF)
                    ? new ShardChoice(null, "harmcheck.shard is " + OFF)
                    : choice(SettingValues.shard("shard", setting.get()), shards, "harmcheck.shard");
        }
        Variables variables = new Variables(environment);
        ShardChoice bazel = variables.pair("TEST_SHARD_INDEX", 0, "TEST_TOTAL_SHARDS", shards);
        if (bazel != null) {
            return bazel;
        }
        Integer pod = variables.whole("JOB_COMPLETION_INDEX");
        if (pod != null && shards != null) {
            return choice(
                    shard("JOB_COMPLETION_INDEX", pod, 1, "harmcheck.shards", shards), shards, "JOB_COMPLETION_INDEX");
        }
        boolean matrix = variables.text("CI_JOB_NAME").orElse("").endsWith("]");
        ShardChoice gitlab = matrix ? null : variables.pair("CI_NODE_INDEX", 1, "CI_NODE_TOTAL", shards);
        if (gitlab != null) {
            return gitlab;
        }
        if (shards != null && shards > 1) {
            throw new CampaignException(
                    "harmcheck.shards is " + shards + ", but nothing says which of them this run is:"
                            + " set harmcheck.shard = i/" + shards + ", or run it where JOB_COMPLETION_INDEX is set");
        }
        if (pod != null) {
            return new ShardChoice(
                    null,
                    "JOB_COMPLETION_INDEX is " + pod
                            + " and nothing says how many pods there are; to split the plan between"
                            + " them, set harmcheck.shards");
        }
        return new ShardChoice(
                null,
                matrix && variables.text("CI_NODE_INDEX").isPresent()
                        ? "the jobs of a GitLab matrix are no shards; to make them some, set harmcheck.shard = i/n"
                        : "");
    }

    /** One of one is all there is. */
    private static ShardChoice choice(Shard shard, @Nullable Integer shards, String why) {
        if (shards != null && shards != shard.count()) {
            throw new CampaignException("harmcheck.shards is " + shards + ", but " + why + " makes this run shard "
                    + shard + ": say the same number in both");
        }
        return new ShardChoice(shard.count() == 1 ? null : shard, why + " says " + shard);
    }

    private static int count(String text) {
        try {
            int value = Integer.parseInt(text);
            if (value >= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong("shards", text, "a whole number of at least 1", e);
        }
        throw wrong("shards", text, "a whole number of at least 1");
    }

    private static Shard shard(String indexName, int index, int toFirst, String countName, int count) {
        try {
            return new Shard(index + toFirst, count);
        } catch (IllegalArgumentException e) {
            throw new CampaignException(
                    indexName + " is " + index + " and " + countName + " is " + count + ", which is no part of a plan; "
                            + SWITCH_OFF,
                    e);
        }
    }

    /** What engines set. */
    private record Variables(Function<String, @Nullable String> environment) {

        /**
         * Reads an index and a number of parts. One without the other says nothing: GitLab sets the number in every job.
         *
         * @param first the index of the first part
         */
        @Nullable
        ShardChoice pair(String indexName, int first, String countName, @Nullable Integer shards) {
            Integer index = whole(indexName);
            Integer count = index == null ? null : whole(countName);
            return index == null || count == null
                    ? null
                    : choice(shard(indexName, index, 1 - first, countName, count), shards, indexName);
        }

        @Nullable
        Integer whole(String name) {
            Optional<String> text = text(name);
            if (text.isEmpty()) {
                return null;
            }
            try {
                return Integer.valueOf(text.get());
            } catch (NumberFormatException e) {
                throw new CampaignException(
                        name + " is " + Texts.quoted(text.get(), 60) + ", which is no whole number; " + SWITCH_OFF, e);
            }
        }

        Optional<String> text(String name) {
            return Optional.ofNullable(environment.apply(name))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }
    }
}
