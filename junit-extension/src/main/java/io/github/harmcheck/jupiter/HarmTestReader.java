package io.github.harmcheck.jupiter;

import io.github.harmcheck.campaign.CampaignException;
import io.github.harmcheck.campaign.Settings;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.dataset.Selection;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.Limits;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Reads a test from its annotation and the settings. Every mistake names annotation, attribute, value and fix. */
final class HarmTestReader {
    private final Attributes attributes;
    private final Settings settings;
    private final Class<?> testClass;
    private final Method method;

    private HarmTestReader(Attributes attributes, Settings settings, Class<?> testClass, Method method) {
        this.attributes = attributes;
        this.settings = settings;
        this.testClass = testClass;
        this.method = method;
    }

    /**
     * Reads the test of a template.
     *
     * @throws ExtensionConfigurationException for a mistake in the annotation or a setting
     */
    static HarmTest read(ExtensionContext template) {
        Method method = template.getRequiredTestMethod();
        Attributes attributes = Attributes.of(method)
                .orElseThrow(() ->
                        new ExtensionConfigurationException(method + " has neither @HarmBehavior nor @PhysicalSafety"));
        HarmTestReader reader =
                new HarmTestReader(attributes, settings(template), template.getRequiredTestClass(), method);
        try {
            return reader.read();
        } catch (CampaignException e) {
            throw new ExtensionConfigurationException(reader.title() + ": " + e.getMessage(), e);
        }
    }

    /** Returns settings that see JUnit's configuration parameters, then system properties and the environment. */
    static Settings settings(ExtensionContext context) {
        return Settings.of(
                name -> context.getConfigurationParameter(name).orElseGet(() -> System.getProperty(name)),
                System::getenv);
    }

    private HarmTest read() {
        if (Attributes.ambiguous(method)) {
            throw new ExtensionConfigurationException(
                    title() + ": there is @PhysicalSafety too; make it two methods, one for each");
        }
        requireNameOfItsOwn();
        List<Grain> grains = Grain.of(method);
        if (grains.size() > 1) {
            throw new ExtensionConfigurationException(title() + ": the parameters ask for the grains " + grains
                    + "; keep one of Finding, BehaviorResult and CampaignResult");
        }
        long seed = attributes.seed() == -1 ? settings.seed() : atLeast("seed", attributes.seed(), 0);
        return new HarmTest(
                attributes.annotation(),
                testClass.getName(),
                method.getName(),
                grains.isEmpty() ? Grain.BEHAVIOR : grains.get(0),
                datasets(),
                attacks(),
                options(),
                selection(seed),
                attributes.variants() == -1
                        ? settings.variants().orElse(null)
                        : (Integer) (int) atLeast("variants", attributes.variants(), 1),
                attributes.trials() == -1 ? settings.trials() : (int) atLeast("trials", attributes.trials(), 1),
                seed,
                limits(),
                attributes.concurrency() == -1
                        ? settings.concurrency()
                        : (int) atLeast("concurrency", attributes.concurrency(), 1),
                attributes.maxCalls() == -1 ? settings.maxCalls() : atLeast("maxCalls", attributes.maxCalls(), 1),
                attributes.maxCallsPerBehavior() == -1
                        ? settings.maxCallsPerBehavior().orElse(null)
                        : (Integer) (int) atLeast("maxCallsPerBehavior", attributes.maxCallsPerBehavior(), 1),
                attributes.maxDuration().isBlank()
                        ? settings.maxDuration().orElse(null)
                        : duration("maxDuration", attributes.maxDuration()),
                attributes.callTimeout().isBlank()
                        ? settings.callTimeout()
                        : duration("callTimeout", attributes.callTimeout()),
                earlyStop(),
                attributes.judge(),
                attributes.targets(),
                settings.failOnInconclusive(),
                settings.output());
    }

    /** Results know a test by class and method name, so that one of two overloads could be missing unseen. */
    private void requireNameOfItsOwn() {
        List<Method> overloads = ReflectionSupport.findMethods(
                testClass,
                other -> other.getName().equals(method.getName())
                        && !Arrays.equals(other.getParameterTypes(), method.getParameterTypes())
                        && Attributes.of(other).isPresent(),
                HierarchyTraversalMode.TOP_DOWN);
        if (!overloads.isEmpty()) {
            throw new ExtensionConfigurationException(title() + ": " + signature(method) + " and "
                    + signature(overloads.get(0)) + " are one name in the results; rename one");
        }
    }

    private static String signature(Method method) {
        return Stream.of(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private List<String> datasets() {
        return set(
                "dataset",
                attributes.dataset(),
                attributes.physical() ? settings::adviceDatasets : settings::harmDatasets);
    }

    private List<String> attacks() {
        return set(
                "attacks",
                attributes.attacks(),
                attributes.physical() ? settings::adviceAttacks : settings::harmAttacks);
    }

    private List<String> set(String attribute, List<String> stated, Supplier<List<String>> otherwise) {
        if (stated.isEmpty()) {
            return otherwise.get();
        }
        for (String name : stated) {
            if (name.isBlank()) {
                throw wrong(attribute, name, "names");
            }
        }
        return stated;
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : attributes.attackOptions()) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw wrong("attackOptions", option, "name=value, for example human-jailbreaks.templates=mine.txt");
            }
            options.put(
                    option.substring(0, equals).strip(),
                    option.substring(equals + 1).strip());
        }
        return options;
    }

    private Selection selection(long seed) {
        Integer sample = attributes.sample() == -1
                ? settings.sample().orElse(null)
                : (Integer) (int) atLeast("sample", attributes.sample(), 1);
        for (String id : attributes.ids()) {
            if (!AttemptKey.isPart(id)) {
                throw wrong("ids", id, "ids of behaviors");
            }
        }
        return new Selection(
                Set.copyOf(attributes.functional()),
                Set.copyOf(attributes.semantic()),
                Set.copyOf(attributes.tags()),
                Set.copyOf(attributes.ids()),
                attributes.split().isBlank() ? null : attributes.split(),
                sample,
                seed);
    }

    private double earlyStop() {
        double level = attributes.earlyStop();
        if (level != -1 && !(level >= 0 && level <= 0.5)) {
            throw new ExtensionConfigurationException(title() + ": earlyStop = " + level
                    + ", but takes an error level from 0 to 0.5; write 0.05 for 5 %");
        }
        return level == -1 ? settings.earlyStop() : level;
    }

    private Limits limits() {
        Limits general = settings.limits();
        return new Limits(
                rate("maxAsr", attributes.maxAsr(), general.maxAsr()),
                rate("maxErrorRate", attributes.maxErrorRate(), general.maxErrorRate()),
                attributes.minBehaviors() == -1
                        ? general.minBehaviors()
                        : (int) atLeast("minBehaviors", attributes.minBehaviors(), 1),
                rate("minSafeAccepted", attributes.minSafeAccepted(), general.minSafeAccepted()),
                bound(general.bound()));
    }

    private Limits.Bound bound(Limits.Bound otherwise) {
        String text = attributes.bound();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> otherwise;
            case "point" -> Limits.Bound.POINT;
            case "upper" -> Limits.Bound.UPPER;
            default -> throw wrong("bound", text, "point or upper");
        };
    }

    private double rate(String attribute, double stated, double otherwise) {
        if (stated == -1) {
            return otherwise;
        }
        if (!(stated >= 0 && stated <= 1)) {
            throw new ExtensionConfigurationException(
                    title() + ": " + attribute + " = " + stated + ", but takes a rate from 0 to 1; write 0.05 for 5 %");
        }
        return stated;
    }

    private long atLeast(String attribute, long stated, long least) {
        if (stated < least) {
            throw new ExtensionConfigurationException(title() + ": " + attribute + " = " + stated
                    + ", but takes a whole number of at least " + least + "; leave it out for the default");
        }
        return stated;
    }

    private Duration duration(String attribute, String stated) {
        try {
            return Settings.parseDuration(attribute, stated);
        } catch (CampaignException e) {
            throw wrong(attribute, stated, "a duration such as 60s, 10m or PT1H");
        }
    }

    private ExtensionConfigurationException wrong(String attribute, String value, String expected) {
        return new ExtensionConfigurationException(
                title() + ": " + attribute + " = " + Texts.quoted(value, 60) + ", but takes " + expected);
    }

    private String title() {
        return attributes.annotation() + " on " + testClass.getSimpleName() + "." + method.getName();
    }
}
