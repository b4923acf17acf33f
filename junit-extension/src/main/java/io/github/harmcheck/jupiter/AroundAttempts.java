package io.github.harmcheck.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a hook around each attempt on the engine's thread, for tenant, security context, MDC or request scope: a field of
 * type {@code AroundAttempt}, or a method without parameters that returns one, found like {@link AppUnderTest}. Several
 * are opened in the order of their names and closed in reverse.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AroundAttempts {}
