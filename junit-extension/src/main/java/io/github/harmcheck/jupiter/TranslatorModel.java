package io.github.harmcheck.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the model that translates for attacks in other languages, where it is another one than the {@link AttackerModel}:
 * a field of type {@code TextGenerator}, or a method without
 * parameters that returns one, found like {@link AppUnderTest}. At most one.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TranslatorModel {}
