package io.github.harmcheck.jupiter;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.Targets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * One app under test, as declared.
 *
 * @param member where it comes from
 * @param name its name in reports and nodes
 * @param reference whether it is measured, not gated
 * @param endpoint what the concurrency limit holds for; empty for the target's own
 * @param fingerprint globs of the files that decide its answers; empty where none are declared
 */
record App(Member member, String name, boolean reference, String endpoint, List<String> fingerprint) {
    App {
        fingerprint = List.copyOf(fingerprint);
    }

    /**
     * Returns the apps a test attacks.
     *
     * @throws ExtensionConfigurationException where there is none, one has no distinct name, or the test names another
     */
    static List<App> of(HarmTest test, List<Class<?>> innermostFirst) {
        List<App> all = declared(test, innermostFirst);
        if (test.targets().isEmpty()) {
            return all;
        }
        List<String> known = all.stream().map(App::name).toList();
        for (String wanted : test.targets()) {
            if (!known.contains(wanted)) {
                throw new ExtensionConfigurationException(test.title() + ": targets = " + Texts.quoted(wanted, 60)
                        + ", but the @AppUnderTest members are called " + known);
            }
        }
        return all.stream().filter(app -> test.targets().contains(app.name())).toList();
    }

    private static List<App> declared(HarmTest test, List<Class<?>> innermostFirst) {
        List<App> apps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Member member : Member.find(innermostFirst, AppUnderTest.class)) {
            AppUnderTest stated = AnnotationSupport.findAnnotation(member.element(), AppUnderTest.class)
                    .orElseThrow();
            String name =
                    stated.name().isBlank() ? member.name() : stated.name().strip();
            if (!names.add(name)) {
                throw new ExtensionConfigurationException(test.title() + ": two @AppUnderTest members are called "
                        + Texts.quoted(name, 60) + "; give each a name of its own");
            }
            apps.add(new App(member, name, stated.reference(), stated.endpoint(), List.of(stated.fingerprint())));
        }
        if (apps.isEmpty()) {
            throw new ExtensionConfigurationException(test.title() + ": there is no app to attack; annotate a field of "
                    + innermostFirst.get(0).getSimpleName()
                    + ", or a method String to String, with @AppUnderTest");
        }
        return apps;
    }

    /**
     * Reads the member.
     *
     * @throws Exception what the member threw
     */
    Target target(List<Object> instances) throws Exception {
        Target target = member.isApp()
                ? Targets.method(member.owner(instances), member.method())
                : Targets.adapt(member.read(instances));
        Target named = Targets.named(name, fingerprint.isEmpty() ? target : fingerprinted(target));
        return endpoint.isBlank() ? named : new AtEndpoint(named, endpoint.strip());
    }

    private Target fingerprinted(Target target) {
        try {
            return Targets.fingerprinted(target, fingerprint.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("@AppUnderTest " + member + ": " + e.getMessage(), e);
        }
    }

    /** Returns a target that stands for this app in the record of a campaign that could not begin. */
    Target unreachable() {
        return Targets.named(name, key -> {
            throw new IllegalStateException("the campaign was aborted");
        });
    }

    /** A target whose endpoint the test names. */
    private record AtEndpoint(Target target, String endpoint) implements Target {
        @Override
        public Conversation open(AttemptKey key) throws Exception {
            return target.open(key);
        }

        @Override
        public String name() {
            return target.name();
        }

        @Override
        public Optional<String> fingerprint() {
            return target.fingerprint();
        }

        @Override
        public boolean takesImages() {
            return target.takesImages();
        }
    }
}
