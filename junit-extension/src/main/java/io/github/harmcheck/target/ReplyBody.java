package io.github.harmcheck.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.target.JsonReply.UnusableBody;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply from a body: JSON in strict UTF-8, or a plain text in the encoding it declares. A byte that does not
 * decode is an error and never a replacement character.
 *
 * @param json where the reply stands in the JSON, or null where the whole body is the reply
 */
record ReplyBody(@Nullable JsonReply json) {
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    Reply read(String contentType, byte[] body) throws UnusableBody {
        String mediaType = mediaType(contentType);
        if (json == null) {
            if (!mediaType.isEmpty() && !mediaType.equals("text/plain")) {
                throw new UnusableBody("a body of another content type than text/plain");
            }
            return Reply.of(decode(body, declared(contentType)));
        }
        if (!mediaType.isEmpty() && !isJson(mediaType)) {
            throw new UnusableBody("a body of another content type than JSON");
        }
        return json.read(tree(body));
    }

    /** Returns the blocked reply that an error answer stands for, where its body says so. */
    Optional<Reply> blocked(String contentType, byte[] body) {
        if (json == null || json.blocks().isEmpty() || !isJson(mediaType(contentType))) {
            return Optional.empty();
        }
        try {
            return json.blocked(tree(body));
        } catch (UnusableBody e) {
            return Optional.empty();
        }
    }

    private static JsonNode tree(byte[] body) throws UnusableBody {
        String text = decode(body, StandardCharsets.UTF_8);
        return JsonReply.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static String decode(byte[] body, Charset charset) throws UnusableBody {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnusableBody("a body that is not valid " + charset.name());
        }
    }

    private static Charset declared(String contentType) throws UnusableBody {
        Matcher matcher = CHARSET.matcher(contentType);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnusableBody("a body in an encoding this Java does not know");
        }
    }

    private static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.equals("text/json") || mediaType.endsWith("+json");
    }
}
