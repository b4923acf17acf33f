package io.github.harmcheck.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks who decides whether the app complied: a field of type {@code Judge}, or a method without parameters that returns
 * one, found like {@link AppUnderTest}. Without one the offline judge decides. Where there are several, the attribute
 * {@code judge} of the test names one.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface VerdictJudge {}
