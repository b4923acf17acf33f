package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.result.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardChoiceTests {

    @Test
    void theSettingGoesBeforeEveryEnvironment() {
        assertThat(choice("harmcheck.shard=2/4", "TEST_SHARD_INDEX=0", "TEST_TOTAL_SHARDS=2", "CI_NODE_INDEX=1")
                        .shard())
                .isEqualTo(new Shard(2, 4));
        assertThat(choice("HARMCHECK_SHARD=3/4", "CI_NODE_INDEX=1", "CI_NODE_TOTAL=2")
                        .shard())
                .isEqualTo(new Shard(3, 4));
        ShardChoice off = choice("harmcheck.shard=none", "CI_NODE_INDEX=1", "CI_NODE_TOTAL=2");
        assertThat(off.shard()).isNull();
        assertThat(off.why()).isEqualTo("harmcheck.shard is none");
    }

    @Test
    void nothingSaidIsNoShardAndNothingToSay() {
        assertThat(choice()).isEqualTo(new ShardChoice(null, ""));
        assertThat(choice("CI_NODE_TOTAL=1", "CI_JOB_NAME=test")).isEqualTo(new ShardChoice(null, ""));
    }

    @Test
    void oneOfOneIsTheWholePlan() {
        assertThat(choice("harmcheck.shard=1/1").shard()).isNull();
        assertThat(choice("CI_NODE_INDEX=1", "CI_NODE_TOTAL=1").shard()).isNull();
    }

    @Test
    void bazelCountsFromZero() {
        ShardChoice choice = choice("TEST_SHARD_INDEX=3", "TEST_TOTAL_SHARDS=4");
        assertThat(choice.shard()).isEqualTo(new Shard(4, 4));
        assertThat(choice.why()).isEqualTo("TEST_SHARD_INDEX says 4/4");
    }

    @Test
    void gitLabCountsFromOne() {
        assertThat(choice("CI_NODE_INDEX=3", "CI_NODE_TOTAL=4", "CI_JOB_NAME=safety 3/4")
                        .shard())
                .isEqualTo(new Shard(3, 4));
    }

    @Test
    void theJobsOfAGitLabMatrixAreNoShardsUnlessSomebodySaysSo() {
        ShardChoice matrix = choice("CI_NODE_INDEX=1", "CI_NODE_TOTAL=2", "CI_JOB_NAME=test: [17]");
        assertThat(matrix.shard()).isNull();
        assertThat(matrix.why()).contains("matrix", "harmcheck.shard");
    }

    @Test
    void anIndexedPodIsAShardOnlyWhereTheirNumberIsSaid() {
        assertThat(choice("JOB_COMPLETION_INDEX=1", "HARMCHECK_SHARDS=4").shard())
                .isEqualTo(new Shard(2, 4));

        ShardChoice never = choice("JOB_COMPLETION_INDEX=1");
        assertThat(never.shard()).isNull();
        assertThat(never.why()).contains("JOB_COMPLETION_INDEX is 1", "harmcheck.shards");
    }

    @Test
    void whatMakesNoSenseNamesTheVariableAndTheWayOut() {
        assertWrong(
                "JOB_COMPLETION_INDEX is 4 and harmcheck.shards is 4", "JOB_COMPLETION_INDEX=4", "harmcheck.shards=4");
        assertWrong("CI_NODE_INDEX is 0 and CI_NODE_TOTAL is 2", "CI_NODE_INDEX=0", "CI_NODE_TOTAL=2");
        assertWrong("TEST_SHARD_INDEX is \"x\"", "TEST_SHARD_INDEX=x", "TEST_TOTAL_SHARDS=2");
        assertWrong("harmcheck.shard is \"4\"", "harmcheck.shard=4");
        assertWrong("harmcheck.shards is \"many\"", "harmcheck.shards=many");
        assertWrong("harmcheck.shards is \"0\"", "harmcheck.shards=0");
    }

    @Test
    void aNumberOfShardsWithoutAnIndexIsAMistakeAndSoIsAnotherNumber() {
        assertWrong("nothing says which of them this run is", "harmcheck.shards=4");
        assertWrong("say the same number in both", "harmcheck.shards=4", "harmcheck.shard=1/2");
        assertWrong("say the same number in both", "harmcheck.shards=4", "CI_NODE_INDEX=1", "CI_NODE_TOTAL=2");
    }

    @Test
    void bazelIsToldThatItsShardsAreHeeded(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("status");
        assertThat(settings("TEST_SHARD_STATUS_FILE=" + file).heedShard()).isNull();
        assertThat(file).doesNotExist();

        String[] bazel = {"TEST_SHARD_INDEX=0", "TEST_TOTAL_SHARDS=2", "TEST_SHARD_STATUS_FILE=" + file};
        assertThat(settings(bazel).heedShard()).isEqualTo(new Shard(1, 2));
        assertThat(file).isEmptyFile();
        Files.writeString(file, "kept");
        settings(bazel).heedShard();
        assertThat(file).hasContent("kept");
    }

    private static void assertWrong(String message, String... values) {
        assertThatThrownBy(() -> choice(values))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining(message);
    }

    private static ShardChoice choice(String... values) {
        return settings(values).shardChoice();
    }

    private static Settings settings(String... values) {
        Map<String, String> all = new HashMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            all.put(value.substring(0, equals), value.substring(equals + 1));
        }
        return Settings.of(all::get, all::get);
    }
}
