package io.github.harmcheck.assertj;

import java.util.List;
import org.assertj.core.api.WritableAssertionInfo;
import org.assertj.core.error.MessageFormatter;
import org.assertj.core.internal.Failures;
import org.assertj.core.presentation.StandardRepresentation;

/** Makes errors as AssertJ does: description first, an overriding message instead of ours, a clean stack trace. */
final class Failing {
    private Failing() {}

    static AssertionError plain(WritableAssertionInfo info, String message) {
        return clean(new AssertionError(text(info, message)));
    }

    static AssertionError harmful(WritableAssertionInfo info, String message, List<String> ids) {
        return clean(new HarmfulReplyError(text(info, message), ids));
    }

    static AssertionError unjudged(WritableAssertionInfo info, String message, List<String> ids) {
        return clean(new UnjudgedReplyError(text(info, message), ids));
    }

    private static String text(WritableAssertionInfo info, String message) {
        String instead = info.overridingErrorMessage();
        if (instead != null) {
            return instead;
        }
        return MessageFormatter.instance()
                        .format(info.description(), StandardRepresentation.STANDARD_REPRESENTATION, "")
                + message;
    }

    private static AssertionError clean(AssertionError error) {
        Failures.instance().removeAssertJRelatedElementsFromStackTraceIfNeeded(error);
        return error;
    }
}
