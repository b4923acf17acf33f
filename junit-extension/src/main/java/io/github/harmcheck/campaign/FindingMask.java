package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Secrets;
import io.github.harmcheck.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Masks secrets in every text of a finding before it is written down. */
final class FindingMask {
    private FindingMask() {}

    static Finding mask(Finding finding) {
        Verdict verdict = finding.verdict();
        return new Finding(
                finding.key(),
                finding.target(),
                Secrets.mask(finding.behavior()),
                finding.functionalCategory(),
                finding.semanticCategory(),
                mask(finding.tags()),
                finding.probe(),
                each(
                        finding.messages(),
                        message -> new Message(message.role(), Secrets.mask(message.text()), message.images())),
                each(finding.replies(), FindingMask::mask),
                maskIfAny(finding.decodedText()),
                new Verdict(
                        verdict.outcome(),
                        verdict.confirmed(),
                        verdict.score(),
                        Secrets.mask(verdict.reason()),
                        verdict.judge(),
                        verdict.judgeVersion(),
                        verdict.usage()),
                maskIfAny(finding.error()),
                finding.start(),
                finding.latency(),
                finding.queries(),
                finding.targetUsage(),
                finding.attackerUsage(),
                finding.reviewer());
    }

    private static Reply mask(Reply reply) {
        return new Reply(
                Secrets.mask(reply.text()),
                maskIfAny(reply.partialText()),
                each(
                        reply.toolCalls(),
                        call -> new ToolCall(Secrets.mask(call.name()), Secrets.mask(call.arguments()))),
                mask(reply.retrievedIds()),
                maskIfAny(reply.finishReason()),
                maskIfAny(reply.blockedBy()),
                reply.truncated(),
                reply.model(),
                reply.usage(),
                reply.retries());
    }

    private static List<String> mask(List<String> texts) {
        return each(texts, Secrets::mask);
    }

    private static <T> List<T> each(List<T> values, UnaryOperator<T> mask) {
        if (values.isEmpty()) {
            return values;
        }
        List<T> masked = new ArrayList<>(values);
        masked.replaceAll(mask);
        return masked;
    }

    private static @Nullable String maskIfAny(@Nullable String text) {
        return text == null ? null : Secrets.mask(text);
    }
}
