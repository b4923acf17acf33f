package io.github.harmcheck.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks who scores replies while an attack searches: a field of type {@code Judge}, or a method without parameters that
 * returns one, found like {@link AppUnderTest}. At most one, and another one than the {@link VerdictJudge}. Without one the
 * offline judge scores, unless it decides too: then attacks that need one end as ERROR.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AttackJudge {}
