package io.github.harmcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestProgramTests {
    private static final List<Path> CLASSPATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    @Test
    void runsWithClassesOfItsOwn() throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        TestProgram.Outcome outcome = new TestProgram(Program.class.getName(), CLASSPATH).run(List.of("one", "two"));

        assertThat(outcome).isEqualTo(new TestProgram.Outcome(2, List.of("one", "two", "own loader"), List.of("done")));
        assertThat(Program.runs).as("runs of the class that the plugin sees").isZero();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void saysWhatAClassPathLacks() {
        assertThatThrownBy(() -> new TestProgram("io.github.harmcheck.judge.Calibration", List.of()).run(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "the test class path has no io.github.harmcheck.judge.Calibration; add the dependency")
                .hasMessageContaining("io.github.harmcheck:harmcheck-junit");
    }

    /** Says what it was given. */
    public static final class Program {
        static int runs;

        private Program() {}

        public static int run(String[] arguments, PrintStream out, PrintStream err) {
            runs++;
            for (String argument : arguments) {
                out.println(argument);
            }
            boolean own = Thread.currentThread().getContextClassLoader() == Program.class.getClassLoader();
            out.println(own ? "own loader" : "another loader");
            err.println("done");
            return arguments.length;
        }
    }
}
