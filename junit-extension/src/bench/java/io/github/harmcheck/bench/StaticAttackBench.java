package io.github.harmcheck.bench;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attacks;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.dataset.Datasets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many static attempts one core makes in a second: planned, and every turn written. All of {@code all-static}, on the
 * behaviors of {@code core}, one after the other, over and over.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx128m")
@Threads(1)
public class StaticAttackBench {
    private final List<Behavior> behaviors =
            Datasets.load("core").behaviors().toList();
    private final List<Attack> attacks = Attacks.named(List.of("all-static"));
    private Iterator<Attempt> attempts = attempts();

    private Iterator<Attempt> attempts() {
        AttackSettings settings = AttackSettings.withSeed(42);
        return Stream.iterate(0, i -> i + 1)
                .map(i -> behaviors.get(i % behaviors.size()))
                .flatMap(behavior -> attacks.stream()
                        .filter(attack -> attack.appliesTo(behavior))
                        .flatMap(attack -> attack.attempts(behavior, settings)))
                .iterator();
    }

    /** Makes one attempt. */
    @Benchmark
    public List<Message> attempt() throws Exception {
        return attempts.next().turns(Nobody.HOME);
    }

    /** Static attempts talk to nobody. */
    private enum Nobody implements Dialogue {
        HOME;

        @Override
        public Reply say(Message message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void restart() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double score() {
            throw new UnsupportedOperationException();
        }
    }
}
