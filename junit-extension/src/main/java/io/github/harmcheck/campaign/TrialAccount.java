package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Usage;
import org.jspecify.annotations.Nullable;

/** What the attacker model used for the trial of the current thread. */
final class TrialAccount {
    private static final ThreadLocal<@Nullable TrialAccount> CURRENT = new ThreadLocal<>();

    private Usage attacker = Usage.NONE;

    static TrialAccount open() {
        TrialAccount account = new TrialAccount();
        CURRENT.set(account);
        return account;
    }

    static void close() {
        CURRENT.remove();
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
