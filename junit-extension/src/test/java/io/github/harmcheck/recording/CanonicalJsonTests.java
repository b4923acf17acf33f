package io.github.harmcheck.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.internal.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTests {

    private static JsonNode canonical(String json) throws Exception {
        return CanonicalJson.of(Json.MAPPER.readTree(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "{\"a\":1,\"b\":{\"c\":2,\"d\":3}} ; {\"b\":{\"d\":3,\"c\":2},\"a\":1}",
                "{\"a\":1,\"b\":null}                ; {\"a\":1}",
                "{\"a\":1.0}                         ; {\"a\":1}",
                "{\"a\":1e2}                         ; {\"a\":100}",
                "[{\"a\":1,\"b\":2}]                 ; [{\"b\":2,\"a\":1}]"
            })
    void equalRequestsHaveOneForm(String one, String other) throws Exception {
        assertThat(RecordingKey.hash(canonical(one))).isEqualTo(RecordingKey.hash(canonical(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "{\"a\":1}       ; {\"a\":2}",
                "{\"a\":1}       ; {\"a\":\"1\"}",
                "[1,2]           ; [2,1]",
                "{\"a\":\"\"}    ; {}",
                "{\"a\":0.1}     ; {\"a\":0.10000001}",
                "{\"a\":\"x\"}   ; {\"a\":\"x \"}"
            })
    void otherRequestsHaveAnother(String one, String other) throws Exception {
        assertThat(RecordingKey.hash(canonical(one))).isNotEqualTo(RecordingKey.hash(canonical(other)));
    }

    @Test
    void aHugeNumberStaysSmall() throws Exception {
        assertThat(canonical("[1e400000000]").toString().length()).isLessThan(40);
    }
}
