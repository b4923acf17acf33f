package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Usage;
import io.github.harmcheck.result.Spent;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a campaign has used so far, by role, and whether that is more than it may. Thread-safe. */
final class Spending {
    /** Who made a call. */
    enum Role {
        TARGET,
        ATTACKER,
        JUDGE
    }

    private final Budget budget;
    private final long began = System.nanoTime();
    private final Map<Role, Account> accounts = new EnumMap<>(Role.class);
    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong turns = new AtomicLong();
    private volatile Consumer<String> exhausted = reason -> {};

    Spending(Budget budget) {
        this.budget = budget;
        for (Role role : Role.values()) {
            accounts.put(role, new Account());
        }
    }

    /** Sets who is told why the campaign must stop, as soon as it must. */
    void onExhausted(Consumer<String> stop) {
        exhausted = stop;
    }

    void add(Role role, Usage usage) {
        account(role).add(usage);
        exhausted().ifPresent(exhausted);
    }

    void addRetry() {
        retries.incrementAndGet();
    }

    /**
     * Counts one turn that the target answered, whatever calls of its own it took. A turn that was turned away cost
     * nothing and does not count, or one busy moment would end a run that is allowed just what it plans.
     */
    void addTurn(Usage usage) {
        turns.incrementAndGet();
        add(Role.TARGET, usage);
    }

    private Optional<String> exhausted() {
        Long mostTokens = budget.maxTokens();
        if (mostTokens != null) {
            long tokens = accounts.values().stream().mapToLong(Account::tokens).sum();
            if (tokens >= mostTokens) {
                return Optional.of("harmcheck.maxTokens of " + mostTokens + " is used up (" + tokens + " tokens)");
            }
        }
        Double mostCost = budget.maxCost();
        if (mostCost != null && cost() >= mostCost) {
            return Optional.of(
                    String.format(Locale.ROOT, "harmcheck.maxCost of %.4g is used up (%.4g)", mostCost, cost()));
        }
        return turns.get() > budget.maxCalls()
                ? Optional.of("harmcheck.maxCalls of " + budget.maxCalls() + " is used up")
                : Optional.empty();
    }

    private double cost() {
        Prices prices = budget.prices();
        return account(Role.TARGET).cost(prices.target())
                + account(Role.ATTACKER).cost(prices.attacker())
                + account(Role.JUDGE).cost(prices.judge());
    }

    Spent spent() {
        return new Spent(
                account(Role.TARGET).usage(),
                account(Role.ATTACKER).usage(),
                account(Role.JUDGE).usage(),
                retries.get(),
                Duration.ofMillis((System.nanoTime() - began) / 1_000_000),
                budget.prices().areUnknown() ? null : Double.valueOf(cost()));
    }

    private Account account(Role role) {
        return Objects.requireNonNull(accounts.get(role));
    }

    private static final class Account {
        private final AtomicLong calls = new AtomicLong();
        private final AtomicLong input = new AtomicLong();
        private final AtomicLong output = new AtomicLong();
        private volatile boolean counted;

        void add(Usage usage) {
            calls.addAndGet(usage.calls());
            Long in = usage.inputTokens();
            Long out = usage.outputTokens();
            if (in != null || out != null) {
                counted = true;
                input.addAndGet(in == null ? 0 : in);
                output.addAndGet(out == null ? 0 : out);
            }
        }

        long tokens() {
            return input.get() + output.get();
        }

        double cost(Price price) {
            return price.of(input.get(), output.get());
        }

        Usage usage() {
            return new Usage((int) Math.min(Integer.MAX_VALUE, calls.get()), known(input), known(output));
        }

        private @Nullable Long known(AtomicLong tokens) {
            return counted ? Long.valueOf(tokens.get()) : null;
        }
    }
}
