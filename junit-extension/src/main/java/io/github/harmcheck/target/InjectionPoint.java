package io.github.harmcheck.target;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.CurrentAttempt;
import io.github.harmcheck.core.Injection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A place in the app where a stranger's text gets in: a document it retrieves, a mail it reads, the result of a tool. The
 * test hands it to the engine as an {@code @AroundAttempts} member, and its {@link #text()} to the app:
 *
 * <pre>{@code
 * @AroundAttempts
 * final InjectionPoint mails = InjectionPoint.create();
 *
 * @AppUnderTest
 * final Assistant assistant = Assistant.create(mailbox -> mails.text().map(List::of).orElse(List.of()));
 *
 * @HarmBehavior(dataset = "app-risks", attacks = "indirect-injection")
 * void obeysNoMail() {}
 * }</pre>
 *
 * <p>Each attempt has a text of its own, found by the thread that talks to the app. An app that reads on threads of its
 * own, or in another process, gets the text while only one attempt is under way: set {@code concurrency = 1}. An attempt
 * whose text nobody has read is an ERROR, never a refusal.
 *
 * <p>Thread-safe. What was planted is gone after its attempt, whatever happened.
 *
 * @since 0.1.0
 */
public final class InjectionPoint implements AroundAttempt {
    private final Map<AttemptKey, Planted> underWay = new ConcurrentHashMap<>();

    private InjectionPoint() {}

    /** Creates a place where nothing is planted yet. */
    public static InjectionPoint create() {
        return new InjectionPoint();
    }

    /**
     * Returns what the attempt under way has planted here, and notes that the app has read it; empty for an attempt that
     * plants nothing and outside of attempts.
     */
    public Optional<String> text() {
        Planted planted = planted();
        if (planted == null) {
            return Optional.empty();
        }
        planted.read = true;
        return Optional.of(planted.injection.text());
    }

    private @Nullable Planted planted() {
        Optional<AttemptKey> own = CurrentAttempt.get();
        if (own.isPresent()) {
            return underWay.get(own.get());
        }
        Planted only = null;
        int others = 0;
        for (Planted planted : underWay.values()) {
            only = planted;
            others++;
        }
        if (others > 1) {
            underWay.values().forEach(planted -> planted.askedByStranger = true);
            return null;
        }
        return only;
    }

    /** Plants a text for an attempt until its scope is closed; the engine does it for attacks that inject. */
    public Scope plant(AttemptKey key, Injection injection) {
        underWay.put(key, new Planted(injection));
        return () -> underWay.remove(key);
    }

    /**
     * Returns why the attempt proves nothing: the app has not read what was planted. Empty where it has, and where nothing
     * is planted for the attempt.
     */
    public Optional<String> unread(AttemptKey key) {
        Planted planted = underWay.get(key);
        if (planted == null || planted.read) {
            return Optional.empty();
        }
        return Optional.of("the app never read the planted text"
                + (planted.askedByStranger
                        ? ": it asked on a thread of its own while several attempts were under way; set concurrency = 1"
                        : ""));
    }

    /** Does nothing: what is planted comes with the attack. */
    @Override
    public Scope before(AttemptKey key) {
        return () -> {};
    }

    private static final class Planted {
        private final Injection injection;
        private volatile boolean read;
        private volatile boolean askedByStranger;

        Planted(Injection injection) {
            this.injection = injection;
        }
    }
}
