package io.github.harmcheck.jupiter;

import io.github.harmcheck.result.BehaviorResult;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How finely a test is cut into nodes. */
enum Grain {
    /** One node per behavior. */
    BEHAVIOR(BehaviorResult.class),
    /** One node per trial of an attempt. */
    FINDING(Finding.class),
    /** One node for all. */
    CAMPAIGN(CampaignResult.class);

    private final Class<?> parameter;

    Grain(Class<?> parameter) {
        this.parameter = parameter;
    }

    /** Returns the grain a parameter's type picks. */
    static Optional<Grain> of(Class<?> parameterType) {
        return Arrays.stream(values())
                .filter(grain -> grain.parameter == parameterType)
                .findFirst();
    }

    /** Returns the grains a method's parameters pick; more than one is a mistake. */
    static List<Grain> of(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .flatMap(type -> of(type).stream())
                .distinct()
                .toList();
    }
}
