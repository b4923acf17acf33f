package io.github.harmcheck.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the app under test: a field, or a method, static or not, of the test class, of a class around it or of a
 * superclass; the innermost class that has one decides. A field or a method without parameters supplies anything {@code
 * Targets} knows: a {@code Target}, a {@code Function<String, String>}, a langchain4j {@code ChatModel} or AiService, an
 * object with one method String to String. A method String to String is itself the app.
 *
 * <p>An instance member is read once, after injection, before the first node of the test runs. Several members are
 * several targets, each attacked in a campaign of its own and held to the limits on its own.
 *
 * <p>Only the first node's instance is talked to. With Mockito's extension stub leniently ({@code lenient().when(...)}),
 * or strict stubs fail all other nodes.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AppUnderTest {
    /** Name in reports and test nodes. Default: the name of the field or method. */
    String name() default "";

    /** Whether this target is only measured and compared with the others, not gated. */
    boolean reference() default false;

    /**
     * Files that decide what the app answers, as globs relative to the module's folder such as {@code src/main/**}:
     * prompts, configuration, code. Where calls are recorded, replies of an app whose model's calls nobody sees are
     * recorded as a whole, and played as long as these files stay the same. Default: none.
     */
    String[] fingerprint() default {};

    /** Names what the concurrency limit holds for; targets with the same endpoint share it. Default: its own. */
    String endpoint() default "";
}
