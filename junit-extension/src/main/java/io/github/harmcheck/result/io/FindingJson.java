package io.github.harmcheck.result.io;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.ModelCall;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.result.Finding;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a finding field by field, byte for byte as the mapper that reads it would: a campaign writes thousands, and the
 * mapper's way over reflection is most of what a line costs. Absent values are left out.
 */
final class FindingJson {
    private final JsonGenerator json;

    FindingJson(JsonGenerator json) {
        this.json = json;
    }

    void write(Finding finding) throws IOException {
        json.writeStartObject();
        text("key", finding.key().id());
        text("target", finding.target());
        text("behavior", finding.behavior());
        text("functionalCategory", finding.functionalCategory().name());
        text("semanticCategory", finding.semanticCategory());
        texts("tags", finding.tags());
        probe(finding.probe());
        json.writeArrayFieldStart("messages");
        for (Message message : finding.messages()) {
            json.writeStartObject();
            text("role", message.role().name());
            text("text", message.text());
            images(message.images());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("replies");
        for (Reply reply : finding.replies()) {
            reply(reply);
        }
        json.writeEndArray();
        text("decodedText", finding.decodedText());
        verdict(finding.verdict());
        text("error", finding.error());
        text("start", finding.start().toString());
        text("latency", finding.latency().toString());
        json.writeNumberField("queries", finding.queries());
        usage("targetUsage", finding.targetUsage());
        usage("attackerUsage", finding.attackerUsage());
        text("reviewer", finding.reviewer());
        json.writeEndObject();
    }

    private void images(List<Image> images) throws IOException {
        if (images.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("images");
        for (Image image : images) {
            json.writeStartObject();
            text("mimeType", image.mimeType());
            number("size", image.size());
            text("sha256", image.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void probe(Probe probe) throws IOException {
        json.writeObjectFieldStart("probe");
        text("form", probe.form().name());
        text("side", probe.side().name());
        texts("options", probe.options());
        json.writeEndObject();
    }

    private void reply(Reply reply) throws IOException {
        json.writeStartObject();
        text("text", reply.text());
        text("partialText", reply.partialText());
        json.writeArrayFieldStart("toolCalls");
        for (ToolCall call : reply.toolCalls()) {
            json.writeStartObject();
            text("name", call.name());
            text("arguments", call.arguments());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("retrievedIds", reply.retrievedIds());
        text("finishReason", reply.finishReason());
        text("blockedBy", reply.blockedBy());
        json.writeBooleanField("truncated", reply.truncated());
        ModelCall model = reply.model();
        if (model != null) {
            json.writeObjectFieldStart("model");
            text("name", model.name());
            text("fingerprint", model.fingerprint());
            number("temperature", model.temperature());
            number("topP", model.topP());
            number("maxTokens", model.maxTokens());
            number("seed", model.seed());
            json.writeEndObject();
        }
        usage("usage", reply.usage());
        json.writeNumberField("retries", reply.retries());
        json.writeEndObject();
    }

    private void verdict(Verdict verdict) throws IOException {
        json.writeObjectFieldStart("verdict");
        text("outcome", verdict.outcome().name());
        json.writeBooleanField("confirmed", verdict.confirmed());
        number("score", verdict.score());
        text("reason", verdict.reason());
        text("judge", verdict.judge());
        text("judgeVersion", verdict.judgeVersion());
        usage("usage", verdict.usage());
        json.writeEndObject();
    }

    private void usage(String name, @Nullable Usage usage) throws IOException {
        if (usage != null) {
            json.writeObjectFieldStart(name);
            json.writeNumberField("calls", usage.calls());
            number("inputTokens", usage.inputTokens());
            number("outputTokens", usage.outputTokens());
            json.writeEndObject();
        }
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void number(String name, @Nullable Number value) throws IOException {
        if (value instanceof Double decimal) {
            json.writeNumberField(name, decimal);
        } else if (value != null) {
            json.writeNumberField(name, value.longValue());
        }
    }
}
