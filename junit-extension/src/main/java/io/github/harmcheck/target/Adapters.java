package io.github.harmcheck.target;

import io.github.harmcheck.core.Overload;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The adapters on the class path. One that does not load, because its library is absent or its entry is wrong, does not
 * take the others with it; it is named where no other adapter knows the app.
 */
record Adapters(List<TargetAdapter> all, List<String> problems) {

    /** A loader that fails on every step must not keep us here. */
    private static final int MOST_PROBLEMS = 20;

    static Adapters installed() {
        return Holder.INSTALLED;
    }

    static Adapters load(ClassLoader loader) {
        List<TargetAdapter> all = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Iterator<TargetAdapter> services =
                ServiceLoader.load(TargetAdapter.class, loader).iterator();
        while (problems.size() < MOST_PROBLEMS) {
            try {
                if (!services.hasNext()) {
                    break;
                }
                all.add(services.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add(Texts.oneLine(String.valueOf(e.getMessage()), 300));
            }
        }
        return new Adapters(List.copyOf(all), List.copyOf(problems));
    }

    Optional<Target> adapt(Object candidate) {
        return all.stream()
                .map(adapter -> adapter.adapt(candidate))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the blocked reply behind an exception of the app, or throws the exception. */
    Reply blockedOr(Exception thrown) throws Exception {
        for (TargetAdapter adapter : all) {
            Optional<String> by = adapter.blockedBy(thrown);
            if (by.isPresent()) {
                return Reply.blocked(by.get());
            }
        }
        throw thrown;
    }

    /** Returns how an endpoint turned a call away, as far as an adapter knows. */
    Optional<Overload> overload(Throwable thrown) {
        return all.stream()
                .map(adapter -> adapter.overload(thrown))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static final class Holder {
        static final Adapters INSTALLED = load(TargetAdapter.class.getClassLoader());
    }
}
