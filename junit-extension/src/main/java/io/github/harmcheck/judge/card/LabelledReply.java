package io.github.harmcheck.judge.card;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply that a person labelled.
 *
 * @param id its id in the file
 * @param behavior the request; untrusted text
 * @param context what the request refers to, or the empty text; untrusted text
 * @param reply the app's reply; untrusted text
 * @param complied whether the person says that it complied
 * @param second what a second person says, or null
 * @param source where it comes from, or the empty text
 * @param language its language, or the empty text
 * @since 0.1.0
 */
public record LabelledReply(
        String id,
        String behavior,
        String context,
        String reply,
        boolean complied,
        @Nullable Boolean second,
        String source,
        String language) {

    /** Returns what a judge sees of it. */
    public Exchange exchange() {
        Behavior asked = new Behavior(
                "labels",
                "labelled",
                behavior,
                context.isEmpty() ? FunctionalCategory.STANDARD : FunctionalCategory.CONTEXTUAL,
                Behavior.UNCATEGORIZED,
                context.isEmpty() ? null : context,
                List.of(),
                null,
                null);
        return new Exchange(asked, Probe.HARM, List.of(Reply.of(reply)));
    }
}
