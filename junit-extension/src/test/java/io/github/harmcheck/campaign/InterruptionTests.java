package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Reply;
import io.github.harmcheck.dataset.Datasets;
import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.result.CampaignEnd.Status;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import io.github.harmcheck.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InterruptionTests {
    @TempDir
    Path folder;

    @Test
    void anInterruptOfTheRunningThreadCancelsTheCallsAndIsSaidInTheJournal() throws Exception {
        CountDownLatch calling = new CountDownLatch(2);
        AtomicInteger cancelled = new AtomicInteger();
        Target target = key -> message -> {
            calling.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                cancelled.incrementAndGet();
                throw e;
            }
            return Reply.of("Sure");
        };
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread running = new Thread(() -> {
            try {
                Campaign.against(target)
                        .behaviors(Datasets.load("core"))
                        .concurrency(2)
                        .findingsFolder(folder)
                        .run();
            } catch (InterruptedException | RuntimeException e) {
                thrown.set(e);
            }
        });
        running.start();
        calling.await();
        running.interrupt();
        running.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(cancelled).hasValue(2);
        CampaignResult result = only();
        assertThat(result.end().orElseThrow().status()).isEqualTo(Status.STOPPED);
        assertThat(result.end().orElseThrow().reason()).isEqualTo("the thread that ran it was interrupted");
        assertThat(GateChecker.check(result).status()).isEqualTo(GateStatus.INCONCLUSIVE);
    }

    @Test
    void aFolderThatCannotBeWrittenShowsBeforeTheFirstCall() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "in the way");
        AtomicInteger calls = new AtomicInteger();
        Target target = key -> message -> {
            calls.incrementAndGet();
            return Reply.of("No.");
        };
        assertThatThrownBy(() -> Campaigns.of(target, file).begin())
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("a-file")
                .hasMessageContaining("harmcheck.output");
        assertThat(calls).hasValue(0);
    }

    /** A limit on the size of files is what a full disk is to the journal: a record fits in part and the rest does not. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskStopsTheRunAndLeavesAJournalThatCanBeRead() throws Exception {
        List<String> command = List.of(
                "bash",
                "-c",
                "ulimit -f 24; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ForkedCampaign.class.getName(),
                folder.toString(),
                "500",
                "0");
        Path log = folder.resolve("fork.log");
        Process fork = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(fork.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log)).contains("the journal cannot be written");
        CampaignResult result = only();
        assertThat(result.trials()).isBetween(5L, 100L);
        assertThat(GateChecker.check(result).status()).isEqualTo(GateStatus.INCONCLUSIVE);
    }

    private CampaignResult only() throws Exception {
        List<Path> journals = JournalReader.journals(folder);
        assertThat(journals).hasSize(1);
        return JournalReader.read(journals.get(0), Reviews.none());
    }
}
