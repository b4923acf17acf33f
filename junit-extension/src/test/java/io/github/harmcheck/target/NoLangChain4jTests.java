package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A class path without langchain4j: everything else still works. */
class NoLangChain4jTests {

    @Test
    void adaptsAFunctionWithoutLangChain4j() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPathWithout("langchain4j"), platform())) {
            Class<?> targets = loader.loadClass(Targets.class.getName());

            Object target = targets.getMethod("adapt", Object.class).invoke(null, (UnaryOperator<String>) text -> text);

            assertThat(target.getClass().getClassLoader()).isSameAs(loader);
            assertThat(target.getClass().getName()).isEqualTo(FunctionTarget.class.getName());
        }
    }

    @Test
    void namesWhatIsMissingForAnUnknownObject() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPathWithout("langchain4j"), platform())) {
            Class<?> targets = loader.loadClass(Targets.class.getName());

            try {
                targets.getMethod("adapt", Object.class).invoke(null, new Object());
                throw new AssertionError("an Object is no app");
            } catch (InvocationTargetException e) {
                assertThat(e.getCause())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("langchain4j is not on the class path")
                        .hasMessageNotContaining("did not load");
            }
        }
    }

    @Test
    void aFailureOfTheAppPassesThroughWithoutLangChain4j() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPathWithout("langchain4j"), platform())) {
            Class<?> targets = loader.loadClass(Targets.class.getName());
            Class<?> message = loader.loadClass("io.github.harmcheck.core.Message");
            Class<?> key = loader.loadClass("io.github.harmcheck.core.AttemptKey");
            Function<String, String> app = text -> {
                throw new IllegalStateException("boom " + text);
            };
            Object target = targets.getMethod("adapt", Object.class).invoke(null, app);
            Object anyKey = key.getConstructors()[0].newInstance("d", "b", "a", "v", 1);
            Object conversation = loader.loadClass(Target.class.getName())
                    .getMethod("open", key)
                    .invoke(target, anyKey);

            try {
                loader.loadClass(Conversation.class.getName())
                        .getMethod("say", message)
                        .invoke(
                                conversation,
                                message.getMethod("user", String.class).invoke(null, "hi"));
                throw new AssertionError("the app failed");
            } catch (InvocationTargetException e) {
                assertThat(e.getCause())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("boom hi");
            }
        }
    }

    private static ClassLoader platform() {
        return ClassLoader.getPlatformClassLoader();
    }

    private static URL[] classPathWithout(String jar) throws Exception {
        List<URL> urls = new ArrayList<>();
        int left = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Path.of(entry).getFileName().toString().startsWith(jar)) {
                left++;
            } else {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        assertThat(left).as("langchain4j jars left out").isPositive();
        return urls.toArray(URL[]::new);
    }
}
