package io.github.harmcheck.langchain4j;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.guardrail.GuardrailException;
import dev.langchain4j.guardrail.GuardrailResult;
import dev.langchain4j.guardrail.InputGuardrailException;
import dev.langchain4j.guardrail.OutputGuardrailException;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import io.github.harmcheck.internal.Texts;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the exception of a guardrail or filter that did its work from one that failed. A guardrail that crashed, for
 * example because the model it asks was down, has blocked nothing: that stays an error.
 */
final class BlockedBy {
    static final String PROVIDER_FILTER = "provider content filter";
    static final String MODERATION = "moderation model";

    private static final int DEEPEST_CAUSE = 10;
    private static final int BAD_REQUEST = 400;
    private static final String MODERATION_EXCEPTION = "dev.langchain4j.service.ModerationException";

    /** How langchain4j words each failed guardrail; in an input guardrail's exception the only trace of its class. */
    private static final Pattern FAILED = Pattern.compile("The guardrail (\\S{1,300}) failed with this message: ");

    /**
     * A provider's error body that names its filter as the code. Inside a JSON text, such as a prompt that is echoed,
     * quotes are escaped, so an attacker cannot write this.
     */
    private static final Pattern FILTER_CODE =
            Pattern.compile("(?<!\\\\)\"code\"\\s*:\\s*\"(?:content_filter|content_policy_violation)\"");

    private BlockedBy() {}

    static Optional<String> find(Throwable thrown) {
        Throwable current = thrown;
        for (int depth = 0; current != null && depth < DEEPEST_CAUSE; depth++) {
            Optional<String> by = one(current);
            if (by.isPresent() || current instanceof GuardrailException) {
                return by;
            }
            current = current.getCause();
        }
        return Optional.empty();
    }

    private static Optional<String> one(Throwable thrown) {
        if (thrown instanceof GuardrailException guardrail) {
            return crashed(guardrail) ? Optional.empty() : Optional.of(guardrail(guardrail));
        }
        if (thrown instanceof ContentFilteredException || isFilterAnswer(thrown)) {
            return Optional.of(PROVIDER_FILTER);
        }
        return thrown.getClass().getName().equals(MODERATION_EXCEPTION) ? Optional.of(MODERATION) : Optional.empty();
    }

    /** langchain4j wraps what a guardrail threw and repeats its message; a verdict is always worded by langchain4j. */
    private static boolean crashed(GuardrailException exception) {
        Throwable cause = exception.getCause();
        return cause != null && Objects.equals(cause.getMessage(), exception.getMessage());
    }

    private static boolean isFilterAnswer(Throwable thrown) {
        return thrown instanceof HttpException http
                && http.statusCode() == BAD_REQUEST
                && http.getMessage() != null
                && FILTER_CODE.matcher(http.getMessage()).find();
    }

    private static String guardrail(GuardrailException exception) {
        String side = exception instanceof InputGuardrailException
                ? "input guardrail"
                : exception instanceof OutputGuardrailException ? "output guardrail" : "guardrail";
        Set<String> names = new LinkedHashSet<>();
        if (exception instanceof OutputGuardrailException output) {
            namesOfResult(output, names);
        }
        if (names.isEmpty()) {
            namesInMessage(exception.getMessage(), names);
        }
        return names.isEmpty() ? side : side + ' ' + String.join(", ", names);
    }

    private static void namesOfResult(OutputGuardrailException exception, Set<String> names) {
        try {
            OutputGuardrailResult result = exception.result();
            if (result != null) {
                for (GuardrailResult.Failure failure : result.failures()) {
                    if (failure.guardrailClass() != null) {
                        names.add(simple(failure.guardrailClass().getName()));
                    }
                }
            }
        } catch (NoSuchMethodError e) {
            // An older langchain4j, whose exception has no result; its message has the names.
        }
    }

    private static void namesInMessage(@Nullable String message, Set<String> names) {
        Matcher matcher = FAILED.matcher(message == null ? "" : message);
        while (matcher.find()) {
            names.add(simple(matcher.group(1)));
        }
    }

    private static String simple(String className) {
        String name = className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
        return Texts.oneLine(name.isEmpty() || Character.isDigit(name.charAt(0)) ? className : name, 120);
    }
}
