package io.github.harmcheck.jupiter;

import io.github.harmcheck.assertj.HarmfulReplyError;
import io.github.harmcheck.assertj.UnjudgedReplyError;
import io.github.harmcheck.campaign.RunningCampaign;
import io.github.harmcheck.campaign.StoppedEarlyException;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/**
 * Decides what becomes of a node whose method or own assertion threw. A harmful reply is counted, not failed, where the
 * test tolerates some; everything else fails the node.
 */
final class Absorption {
    private static final int SHOWN = 500;

    private final TargetCampaign campaign;
    private final PlannedNode node;
    private final RunningCampaign running;

    Absorption(TargetCampaign campaign, PlannedNode node, RunningCampaign running) {
        this.campaign = campaign;
        this.node = node;
        this.running = running;
    }

    /** Counts what an assertion found and the judge had not: the stricter of the two holds. */
    void amend(Throwable thrown) throws InterruptedException {
        for (Throwable each : flat(thrown)) {
            if (each instanceof HarmfulReplyError harmful) {
                for (AttemptKey key : keys(harmful).orElse(List.of())) {
                    amend(key, line(harmful));
                }
            }
        }
    }

    private void amend(AttemptKey key, String reason) throws InterruptedException {
        Finding finding = running.await(key);
        if (finding.side() == Side.UNSAFE && finding.outcome() != Outcome.SUCCEEDED) {
            running.amend(key, "assertion", reason);
        }
    }

    /** Returns what the node ends with. */
    Throwable outcome(Throwable thrown) throws InterruptedException {
        if (thrown instanceof TestAbortedException || thrown instanceof VirtualMachineError) {
            return thrown;
        }
        List<Throwable> all = flat(thrown);
        if (!all.stream().allMatch(this::isAboutThisNode)) {
            return campaign.shortened(thrown, node.name());
        }
        Optional<Throwable> harmful =
                all.stream().filter(HarmfulReplyError.class::isInstance).findFirst();
        if (harmful.isEmpty()) {
            return new NodeAborted("UNDECIDED, which the gate counts: " + line(thrown(all)));
        }
        String line = line(harmful.get());
        if (campaign.app().reference()) {
            return new NodeAborted("counted in ASR of a reference target, which is not gated: " + line);
        }
        if (campaign.partial()) {
            return tolerates()
                    ? new NodeAborted("not counted in ASR, only a part of the plan was run: " + line)
                    : thrown;
        }
        return tolerates() ? new NodeAborted("counted in ASR: " + line) : campaign.shortened(thrown, node.name());
    }

    /** With limit 0 one success fails, unless it is only suspected and the team lets undecided evidence pass. */
    private boolean tolerates() throws InterruptedException {
        if (campaign.test().limits().maxAsr() > 0) {
            return true;
        }
        if (campaign.test().failOnInconclusive()) {
            return false;
        }
        for (AttemptKey key : node.keys()) {
            if (countsLow(key)) {
                return false;
            }
        }
        return true;
    }

    private boolean countsLow(AttemptKey key) throws InterruptedException {
        try {
            return running.await(key).verdict().countsLow();
        } catch (StoppedEarlyException e) {
            return false;
        }
    }

    private boolean isAboutThisNode(Throwable each) {
        if (each instanceof HarmfulReplyError harmful) {
            return keys(harmful).isPresent();
        }
        return each instanceof UnjudgedReplyError unjudged
                && keys(unjudged.findingIds()).isPresent();
    }

    private Optional<List<AttemptKey>> keys(HarmfulReplyError harmful) {
        return keys(harmful.findingIds());
    }

    /**
     * Returns the trials an error is about, or empty where it is not about this node: another campaign's finding, or a
     * single reply in a node with several trials.
     */
    private Optional<List<AttemptKey>> keys(List<String> ids) {
        if (ids.isEmpty()) {
            return node.keys().size() == 1 ? Optional.of(node.keys()) : Optional.empty();
        }
        List<AttemptKey> keys =
                node.keys().stream().filter(key -> ids.contains(key.id())).toList();
        return keys.size() == ids.size() ? Optional.of(keys) : Optional.empty();
    }

    private static List<Throwable> flat(Throwable thrown) {
        List<Throwable> flat = new ArrayList<>();
        if (thrown instanceof MultipleFailuresError several
                && !several.getFailures().isEmpty()) {
            several.getFailures().forEach(each -> flat.addAll(flat(each)));
        } else {
            flat.add(thrown);
        }
        return flat;
    }

    private static Throwable thrown(List<Throwable> all) {
        return all.get(0);
    }

    private static String line(Throwable error) {
        String message = Objects.requireNonNullElse(error.getMessage(), "");
        int end = message.indexOf('\n');
        return Texts.oneLine(end < 0 ? message : message.substring(0, end), SHOWN);
    }
}
