package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.target.Overloads;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All calls of one campaign by role: each keeps the limits of its endpoint, and is counted. */
final class EngineCalls {
    private final Pace pace;
    private final long seed;
    private final Spending spending;
    private final PacedCalls target;

    EngineCalls(CampaignConfig config) {
        this.pace = config.pace();
        this.seed = config.seed();
        this.spending = new Spending(config.budget());
        this.target = to(Endpoint.of(Objects.requireNonNull(config.target()).endpoint()));
    }

    PacedCalls target() {
        return target;
    }

    Spending spending() {
        return spending;
    }

    /** Returns a configuration whose attacker and judges keep the limits of their endpoints. */
    CampaignConfig paced(CampaignConfig config) {
        return config.with(
                paced(config.attackSettings()),
                Objects.requireNonNull(paced(config.judge())),
                paced(config.attackJudge()));
    }

    private AttackSettings paced(AttackSettings settings) {
        return settings.with(helper(settings.attackerOrNull()), helper(settings.translatorOrNull()));
    }

    /** Returns a helper model of the attacker's side, translator included, whose calls count for the attacker. */
    private @Nullable TextGenerator helper(@Nullable TextGenerator model) {
        return model == null
                ? null
                : new PacedGenerator(new TimedGenerator(model), to(Endpoint.of(model.endpoint())), usage -> {
                    spending.add(Spending.Role.ATTACKER, usage);
                    TrialAccount.addAttacker(usage);
                });
    }

    /** Returns a judge whose models keep their limits. What they use is counted with the verdict. */
    private @Nullable Judge paced(@Nullable Judge judge) {
        return judge == null
                ? null
                : judge.through(model -> new PacedGenerator(model, to(Endpoint.of(model.endpoint())), usage -> {}));
    }

    private PacedCalls to(Endpoint to) {
        return new PacedCalls(to, pace, seed, Overloads::of, spending::addRetry);
    }
}
