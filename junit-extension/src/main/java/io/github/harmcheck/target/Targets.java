package io.github.harmcheck.target;

import io.github.harmcheck.internal.Texts;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes targets from what a team has. All targets made here are thread-safe as far as the app is.
 *
 * <pre>{@code
 * Target app = Targets.of(assistant::chat);
 * Target strict = Targets.named("guardrails on", Targets.adapt(strictAssistant));
 * Target service = Targets.http(URI.create("http://127.0.0.1:8080/chat"))
 *         .body("{\"question\": \"{{prompt}}\"}")
 *         .reply("/answer")
 *         .build();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Targets {
    private Targets() {}

    /**
     * Makes a target of a function. The function sees each turn alone; a turn it answers with null or an exception is an
     * ERROR, and an exception of a guardrail that an installed {@link TargetAdapter} knows is BLOCKED.
     */
    public static Target of(Function<String, String> app) {
        return new FunctionTarget(app, Adapters.installed());
    }

    /** Makes a target of a function and names it, as {@link #of(Function)} and {@link #named} do. */
    public static Target of(String name, Function<String, String> app) {
        return named(name, of(app));
    }

    /**
     * Gives a target the name reports use, 1 to 120 characters.
     *
     * @throws IllegalArgumentException where the name is blank or too long
     */
    public static Target named(String name, Target target) {
        return new NamedTarget(name, target instanceof NamedTarget named ? named.target() : target);
    }

    /**
     * Makes a target of a method that takes a String and returns a String, whatever its visibility. The method sees each
     * turn alone.
     *
     * @param app the object to call it on, null for a static method
     * @throws IllegalArgumentException where the method has another signature, does not belong to the object, or cannot
     *     be made accessible
     */
    public static Target method(@Nullable Object app, Method method) {
        return new MethodTarget(app, method, Adapters.installed());
    }

    /**
     * Makes a target that builds a new app for every conversation, for an app that holds one conversation in its fields
     * and so would let attempts see each other. What the supplier returns is adapted as {@link #adapt} does, and closed
     * with the conversation where it is {@link AutoCloseable}.
     */
    public static Target perConversation(Supplier<?> apps) {
        return new PerConversationTarget(apps);
    }

    /**
     * Declares which files decide what a target answers, besides what it is asked: prompts, configuration, code. Where
     * calls are recorded, its replies are recorded as a whole, and played as long as names and contents of these files
     * stay the same. What is left out here can change without anybody noticing in a replay.
     *
     * @param globs such as {@code src/main/**}, relative to the module's folder, with / between folders
     * @throws IllegalArgumentException where there is no glob, or one matches no file
     */
    public static Target fingerprinted(Target target, String... globs) {
        return new FingerprintedTarget(target, Optional.of(FileFingerprint.of(globs)));
    }

    /** Starts a target behind HTTP. */
    public static HttpTarget.Builder http(URI uri) {
        return new HttpTarget.Builder(uri, System::getenv);
    }

    /**
     * Makes a target of whatever the app is: a {@link Target} itself; a {@link Function} from String to String; what an
     * installed {@link TargetAdapter} knows, such as a langchain4j ChatModel or AiService; an object with exactly one
     * public method String to String of its own class or, where that has none, inherited.
     *
     * @throws IllegalArgumentException where it is none of these; the message lists what is accepted
     */
    public static Target adapt(@Nullable Object app) {
        return adapt(app, Adapters.installed());
    }

    static Target adapt(@Nullable Object app, Adapters adapters) {
        if (app == null) {
            throw new IllegalArgumentException("the app under test is null: is it set before the first test runs?");
        }
        if (app instanceof Target target) {
            return target;
        }
        if (app instanceof Function<?, ?> function) {
            return new FunctionTarget(function, adapters);
        }
        Optional<Target> adapted = adapters.adapt(app);
        if (adapted.isPresent()) {
            return adapted.get();
        }
        List<Method> methods = AppMethods.candidates(app.getClass());
        if (methods.size() == 1) {
            return new MethodTarget(app, methods.get(0), adapters);
        }
        throw new IllegalArgumentException(unknown(app, methods, adapters));
    }

    private static String unknown(Object app, List<Method> methods, Adapters adapters) {
        List<String> accepted = new ArrayList<>();
        accepted.add("a Target");
        accepted.add("a Function<String, String>");
        adapters.all().forEach(adapter -> accepted.add(adapter.accepts()));
        accepted.add("an object with exactly one public method String -> String");
        StringBuilder message = new StringBuilder("a ")
                .append(app.getClass().getName())
                .append(" cannot be the app under test. Accepted: ")
                .append(String.join("; ", accepted))
                .append(". ");
        if (methods.isEmpty()) {
            message.append("This class has no public method String -> String.");
        } else {
            message.append("This class has several: ")
                    .append(String.join(
                            ", ", methods.stream().map(AppMethods::describe).toList()))
                    .append(". Name one with Targets.of(app::")
                    .append(methods.get(0).getName())
                    .append(") or annotate a method that calls it.");
        }
        adapters.problems()
                .forEach(problem -> message.append(" An adapter did not load: ").append(Texts.oneLine(problem, 300)));
        return message.toString();
    }
}
