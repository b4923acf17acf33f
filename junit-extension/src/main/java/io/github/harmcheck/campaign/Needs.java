package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.judge.Judges;
import io.github.harmcheck.judge.RefusalCueJudge;
import io.github.harmcheck.target.InjectionPoint;
import io.github.harmcheck.target.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what an attack needs is configured. Where it is not, its attempts end as ERROR with the reason before the first
 * call, and the other attacks run: nothing stands in for a missing model.
 */
final class Needs {
    /** Which targets do. */
    static final String TAKES_IMAGES = "give the app as a langchain4j ChatModel or StreamingChatModel whose model sees"
            + " images, or as a Target of your own that sends Message.images() and says so in takesImages()";

    private Needs() {}

    /**
     * Returns the judge that scores searches where none was set: the offline one, unless the verdict judge is that one or
     * made of it, or no attack searches.
     */
    static @Nullable Judge defaultAttackJudge(List<Attack> attacks, Judge verdictJudge) {
        Judge offline = Judges.offline();
        boolean same =
                verdictJudge.id().contains(offline.id()) || verdictJudge.id().contains(new RefusalCueJudge().id());
        boolean needed = attacks.stream().anyMatch(attack -> attack.needs().contains(AttackNeed.ATTACK_JUDGE));
        return needed && !same ? offline : null;
    }

    /** Returns a remark for the plan for each attack that cannot run. */
    static List<String> remarks(CampaignConfig config) {
        List<String> remarks = new ArrayList<>();
        for (Attack attack : config.attacks()) {
            String missing = missing(config, attack);
            if (missing != null) {
                remarks.add(missing + "; until then its attempts end as ERROR");
            }
        }
        return remarks;
    }

    /**
     * Checks that an attack can run.
     *
     * @throws AttackConfigurationException where something it needs is missing; names it and the fix
     */
    static void require(CampaignConfig config, String attackId) {
        for (Attack attack : config.attacks()) {
            String missing = attack.id().equals(attackId) ? missing(config, attack) : null;
            if (missing != null) {
                throw new AttackConfigurationException(missing);
            }
        }
    }

    private static @Nullable String missing(CampaignConfig config, Attack attack) {
        Target target = config.target();
        for (AttackNeed need : attack.needs()) {
            String fix = switch (need) {
                case ATTACKER ->
                    config.attackSettings().attacker().isPresent()
                            ? null
                            : "an attacker model: set @AttackerModel, or Campaign.attacker(...)";
                case TRANSLATOR ->
                    config.attackSettings().translator().isPresent()
                            ? null
                            : "a translator: set @TranslatorModel or @AttackerModel, or Campaign.translator(...)";
                case ATTACK_JUDGE ->
                    config.attackJudge() != null
                            ? null
                            : "an attack judge, another one than the verdict judge "
                                    + config.judge().id()
                                    + ": set @AttackJudge, or Campaign.attackJudge(...); or decide with a judge that is not"
                                    + " the offline one, which then scores";
                case CARRIER ->
                    config.around().stream().anyMatch(InjectionPoint.class::isInstance)
                            ? null
                            : "a place that the app reads from: annotate an InjectionPoint with @AroundAttempts, or"
                                    + " Campaign.around(...), and give its text() to the app's retriever or tool";
                case IMAGES ->
                    target == null || target.takesImages()
                            ? null
                            : "an app that takes images. This target takes no images: " + TAKES_IMAGES;
                case FILE -> null;
            };
            if (fix != null) {
                return "the attack " + attack.id() + " needs " + fix;
            }
        }
        return null;
    }
}
