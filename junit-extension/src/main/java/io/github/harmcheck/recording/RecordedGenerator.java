package io.github.harmcheck.recording;

import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.llm.TextGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attacker's model whose answers are recorded and played. What is played costs no call. */
final class RecordedGenerator implements TextGenerator {
    private final TextGenerator generator;
    private final RecordingBoundary boundary = RecordingBoundary.ofHelper();

    RecordedGenerator(TextGenerator generator) {
        this.generator = generator;
    }

    @Override
    public Generation generate(Request request) throws Exception {
        return boundary.answer(new Call(generator, request));
    }

    @Override
    public String id() {
        return generator.id();
    }

    @Override
    public String endpoint() {
        return generator.endpoint();
    }

    private record Call(TextGenerator generator, Request asked) implements Recordable<Generation> {
        @Override
        public String kind() {
            return "generator";
        }

        @Override
        public Map<String, ?> request() {
            Map<String, @Nullable Object> request = new LinkedHashMap<>();
            request.put("model", generator.id());
            request.put("messages", Turns.of(asked.messages()));
            request.put("temperature", asked.temperature());
            if (asked.topP() != null) {
                request.put("topP", asked.topP());
            }
            request.put("maxTokens", asked.maxTokens());
            request.put("jsonSchema", asked.jsonSchema());
            return request;
        }

        @Override
        public Generation call() throws Exception {
            return generator.generate(asked);
        }

        @Override
        public Optional<Map<String, ?>> write(@Nullable Generation answer) {
            if (answer == null) {
                return Optional.empty();
            }
            Map<String, @Nullable Object> written = new LinkedHashMap<>();
            written.put("text", answer.text());
            written.put("blockedBy", answer.blockedBy());
            return Optional.of(written);
        }

        @Override
        public Generation play(Map<String, Object> recorded) {
            return new Generation(
                    String.valueOf(recorded.getOrDefault("text", "")), (String) recorded.get("blockedBy"), Usage.NONE);
        }
    }

    /** Messages as they stand in a request. */
    static final class Turns {
        private Turns() {}

        static List<Map<String, ?>> of(List<Message> messages) {
            return messages.stream().<Map<String, ?>>map(Turns::of).toList();
        }

        private static Map<String, ?> of(Message message) {
            Map<String, Object> turn = new LinkedHashMap<>();
            turn.put("role", message.role().name().toLowerCase(Locale.ROOT));
            turn.put("text", message.text());
            if (!message.images().isEmpty()) {
                turn.put("images", message.images().stream().map(Image::sha256).toList());
            }
            return turn;
        }
    }
}
