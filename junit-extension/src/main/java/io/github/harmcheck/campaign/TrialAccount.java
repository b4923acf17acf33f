package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Usage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What the attacker model used for the trial of the current thread, and how long one of its calls may take. */
final class TrialAccount {
    private static final ThreadLocal<@Nullable TrialAccount> CURRENT = new ThreadLocal<>();

    private final TrialWatch watch;
    private Usage attacker = Usage.NONE;

    private TrialAccount(TrialWatch watch) {
        this.watch = watch;
    }

    static TrialAccount open(TrialWatch watch) {
        TrialAccount account = new TrialAccount(watch);
        CURRENT.set(account);
        return account;
    }

    static void close() {
        CURRENT.remove();
    }

    /** Makes a call of the attacker's side within the time of one call; on a thread of the attack's own it is not bounded. */
    static <T> T timed(String what, Callable<T> call) throws Exception {
        TrialAccount account = CURRENT.get();
        return account == null ? call.call() : account.watch.call(what, call);
    }

    static void addAttacker(Usage usage) {
        TrialAccount account = CURRENT.get();
        if (account != null) {
            account.attacker = account.attacker.plus(usage);
        }
    }

    Usage attacker() {
        return attacker;
    }
}
