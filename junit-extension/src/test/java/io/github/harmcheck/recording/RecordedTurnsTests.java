package io.github.harmcheck.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedTurnsTests {

    private static List<Map<String, ?>> turn(int... bytes) {
        byte[] image = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            image[i] = (byte) bytes[i];
        }
        return RecordedGenerator.Turns.of(List.of(Message.user("read it", List.of(Image.of("image/png", image)))));
    }

    @Test
    void anotherImageIsAnotherRequest() {
        assertThat(turn(1, 2)).isEqualTo(turn(1, 2)).isNotEqualTo(turn(1, 3));
    }

    @Test
    void aTurnOfTextIsRecordedAsBefore() {
        assertThat(RecordedGenerator.Turns.of(List.of(Message.user("read it"))))
                .isEqualTo(List.of(Map.of("role", "user", "text", "read it")));
    }
}
