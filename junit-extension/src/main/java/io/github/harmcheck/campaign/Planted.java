package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Injection;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.target.AroundAttempt;
import io.github.harmcheck.target.InjectionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one trial plants where the app reads, and whether the app has read it. Of most trials: nothing. */
final class Planted {
    private final Trial trial;
    private final List<InjectionPoint> points;
    private volatile @Nullable Injection injection;
    private @Nullable String unread;

    Planted(Trial trial, CampaignConfig config) {
        this.trial = trial;
        this.points = config.around().stream()
                .filter(InjectionPoint.class::isInstance)
                .map(InjectionPoint.class::cast)
                .toList();
    }

    /** Makes what is to be planted. */
    void prepare() {
        injection = trial.attempt().injection(trial.key()).orElse(null);
    }

    /** Begins the dialogue that is judged: what the app read before does not count. */
    void begin() {
        unread = injection == null ? null : "the app never read the planted text";
    }

    /**
     * Plants at every point while the app answers one turn, and no longer: the next attempt may begin as soon as it has
     * answered, and an app that reads on threads of its own must then find the other text.
     */
    AroundAttempt.Scope plant() {
        Injection text = injection;
        if (text == null) {
            return () -> {};
        }
        List<AroundAttempt.Scope> scopes =
                points.stream().map(point -> point.plant(trial.key(), text)).toList();
        return () -> {
            look();
            scopes.forEach(AroundAttempt.Scope::close);
        };
    }

    private void look() {
        for (InjectionPoint point : points) {
            Optional<String> reason = point.unread(trial.key());
            if (reason.isEmpty()) {
                unread = null;
                return;
            }
            if (unread != null) {
                unread = reason.get();
            }
        }
    }

    /** Returns the turns as a finding shows them: after what was planted, which explains the reply. */
    List<Message> shown(List<Message> turns) {
        Injection text = injection;
        if (text == null) {
            return turns;
        }
        List<Message> shown = new ArrayList<>(turns);
        shown.add(0, Message.system("[planted where the app reads]\n" + text.text()));
        return shown;
    }

    /** Returns the behavior with what proves that the app obeyed what was planted. */
    Behavior behavior() {
        Injection text = injection;
        return text == null ? trial.behavior() : trial.behavior().orProvedBy(text.oracle());
    }

    /**
     * Returns a verdict that means something: a success, or that of an app that has read what was planted.
     *
     * @throws IllegalStateException where it has not
     */
    Verdict requireRead(Verdict verdict) {
        if (unread != null && verdict.outcome() != Outcome.SUCCEEDED) {
            throw new IllegalStateException(unread);
        }
        return verdict;
    }
}
