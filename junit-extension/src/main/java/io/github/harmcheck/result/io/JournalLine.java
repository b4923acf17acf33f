package io.github.harmcheck.result.io;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal: a JSON object with exactly one of these fields. Written in ASCII, so that a line is a line for
 * every reader and unpaired surrogates survive.
 */
record JournalLine(
        @Nullable CampaignHeader header,
        @Nullable Finding finding,
        @Nullable Amendment amendment,
        @Nullable Aborted aborted,
        @Nullable CampaignEnd end) {

    /** Says that a finding counts as a confirmed success, because an assertion found compliance. */
    record Amendment(String id, String by, String reason) {}

    /** Says that a precondition was missing. */
    record Aborted(String reason) {}

    private static final ObjectMapper MAPPER = mapper();

    static byte[] write(JournalLine line) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(line);
        byte[] bytes = Arrays.copyOf(json, json.length + 1);
        bytes[json.length] = '\n';
        return bytes;
    }

    /** Returns the line of a finding, the same as that of a record with nothing else in it. */
    static byte[] write(Finding finding) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(2_048);
        try (JsonGenerator json = MAPPER.getFactory().createGenerator(line)) {
            json.writeStartObject();
            json.writeFieldName("finding");
            new FindingJson(json).write(finding);
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    static JournalLine read(String line) throws JsonProcessingException {
        return MAPPER.readValue(line, JournalLine.class);
    }

    static JournalLine read(byte[] line) throws IOException {
        return MAPPER.readValue(new String(line, StandardCharsets.UTF_8), JournalLine.class);
    }

    private static ObjectMapper mapper() {
        SimpleModule keys = new SimpleModule()
                .addSerializer(new KeySerializer())
                .addDeserializer(AttemptKey.class, new KeyDeserializer())
                .setMixInAnnotation(Message.class, MessageFields.class)
                .setMixInAnnotation(Image.class, ImageFields.class);
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
        return Json.mapper(factory).registerModule(keys);
    }

    /** Few messages have images, and those of older journals have no such field. */
    private interface MessageFields {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Image> images();
    }

    /** Of an image only what it is: its bytes would be most of a journal. */
    private abstract static class ImageFields {
        @JsonCreator
        static Image described(
                @JsonProperty("mimeType") String mimeType,
                @JsonProperty("size") int size,
                @JsonProperty("sha256") String sha256) {
            return Image.described(mimeType, size, sha256);
        }

        @JsonProperty
        abstract String mimeType();

        @JsonProperty
        abstract int size();

        @JsonProperty
        abstract String sha256();
    }

    private static final class KeySerializer extends StdSerializer<AttemptKey> {
        private static final long serialVersionUID = 1L;

        KeySerializer() {
            super(AttemptKey.class);
        }

        @Override
        public void serialize(AttemptKey key, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(key.id());
        }
    }

    private static final class KeyDeserializer extends StdDeserializer<AttemptKey> {
        private static final long serialVersionUID = 1L;

        KeyDeserializer() {
            super(AttemptKey.class);
        }

        @Override
        public AttemptKey deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return AttemptKey.parse(json.getText());
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(json.getText(), AttemptKey.class, String.valueOf(e.getMessage()));
            }
        }
    }
}
