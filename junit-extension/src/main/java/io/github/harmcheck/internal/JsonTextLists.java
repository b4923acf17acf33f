package io.github.harmcheck.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file of the form {@code {"key": ["text", …], …}}, read once for the places of its texts, which are then read
 * one at a time: eight bytes of memory for each text, however long it is. Thread-safe.
 */
public final class JsonTextLists {
    private final Path file;
    private final Map<String, long[]> offsets;

    private JsonTextLists(Path file, Map<String, long[]> offsets) {
        this.file = file;
        this.offsets = offsets;
    }

    /**
     * Reads through the whole file.
     *
     * @throws IOException where the file cannot be read or has another form; the message names line and fault
     */
    public static JsonTextLists index(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = Json.MAPPER.createParser(in)) {
            return new JsonTextLists(file, index(parser));
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "line " + e.getLocation().getLineNr() + ": this is not JSON: "
                            + Texts.oneLine(e.getOriginalMessage(), 200),
                    e);
        }
    }

    /** Returns the keys in the order of the file. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(offsets.keySet());
    }

    /** Returns how many texts a key has; 0 for an unknown key. */
    public int size(String key) {
        long[] places = offsets.get(key);
        return places == null ? 0 : places.length;
    }

    /**
     * Reads one text.
     *
     * @param index from 0
     * @throws IOException where the file cannot be read or is no longer the one that was indexed
     */
    public String text(String key, int index) throws IOException {
        long[] places = offsets.get(key);
        if (places == null) {
            throw new IllegalArgumentException("no key " + Texts.quoted(key, 80));
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file).position(places[index]);
                JsonParser parser = Json.MAPPER.createParser(Channels.newInputStream(channel))) {
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
        } catch (JsonProcessingException e) {
            throw changed(key, index, e);
        }
        throw changed(key, index, null);
    }

    private static IOException changed(String key, int index, @Nullable Throwable cause) {
        return new IOException(
                "text " + (index + 1) + " of " + Texts.quoted(key, 80)
                        + " is no longer where it was: the file changed while it was in use",
                cause);
    }

    private static Map<String, long[]> index(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw wrong(parser, "the file must be one object, {\"id\": [\"text\", …], …}");
        }
        Map<String, long[]> offsets = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw wrong(parser, "the value of " + Texts.quoted(key, 80) + " must be a list of texts");
            }
            long[] places = places(parser, key);
            if (offsets.putIfAbsent(key, places) != null) {
                throw wrong(parser, "the key " + Texts.quoted(key, 80) + " comes twice");
            }
        }
        if (parser.nextToken() != null) {
            throw wrong(parser, "there is more after the end of the object");
        }
        return offsets;
    }

    private static long[] places(JsonParser parser, String key) throws IOException {
        long[] places = new long[4];
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String what = "item " + (size + 1) + " of " + Texts.quoted(key, 80);
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                throw wrong(parser, what + " is a list, as image test cases are ([image, text]), and not a text");
            }
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw wrong(parser, what + " is not a text");
            }
            long place = parser.currentTokenLocation().getByteOffset();
            if (place < 0) {
                throw wrong(parser, "the file must be UTF-8");
            }
            if (size == places.length) {
                places = Arrays.copyOf(places, size * 2);
            }
            places[size++] = place;
        }
        return Arrays.copyOf(places, size);
    }

    private static IOException wrong(JsonParser parser, String what) {
        return new IOException("line " + parser.currentTokenLocation().getLineNr() + ": " + what);
    }
}
