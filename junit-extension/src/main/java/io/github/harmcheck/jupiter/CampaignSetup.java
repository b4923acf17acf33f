package io.github.harmcheck.jupiter;

import io.github.harmcheck.campaign.Campaign;
import io.github.harmcheck.campaign.Settings;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.dataset.Datasets;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.judge.Judges;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.target.AroundAttempt;
import java.lang.annotation.Annotation;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Makes campaigns of a test: once without instances for the plan, once with them for the run. */
final class CampaignSetup {
    private static final String OFFLINE = "offline";

    private final HarmTest test;
    private final Settings settings;
    private final List<Member> judges;
    private final List<Member> attackers;
    private final List<Member> translators;
    private final List<Member> attackJudges;
    private final List<Member> around;

    CampaignSetup(HarmTest test, Settings settings, List<Class<?>> innermostFirst) {
        this.test = test;
        this.settings = settings;
        this.judges = Member.find(innermostFirst, VerdictJudge.class);
        this.attackers = Member.find(innermostFirst, AttackerModel.class);
        this.translators = Member.find(innermostFirst, TranslatorModel.class);
        this.attackJudges = Member.find(innermostFirst, AttackJudge.class);
        this.around = Member.find(innermostFirst, AroundAttempts.class);
        requireOneJudge();
        requireAtMostOne("@AttackerModel", attackers);
        requireAtMostOne("@TranslatorModel", translators);
        requireAtMostOne("@AttackJudge", attackJudges);
    }

    private void requireAtMostOne(String annotation, List<Member> members) {
        if (members.size() > 1) {
            throw new ExtensionConfigurationException(
                    test.title() + ": there are several " + annotation + " members, " + members + "; keep one");
        }
    }

    private void requireOneJudge() {
        List<String> names = judges.stream().map(Member::name).toList();
        if (test.judge().isBlank()) {
            if (judges.size() > 1) {
                throw new ExtensionConfigurationException(test.title() + ": there are several @VerdictJudge members, "
                        + names + "; name one with the attribute judge");
            }
        } else if (!test.judge().equals(OFFLINE) && !names.contains(test.judge())) {
            throw new ExtensionConfigurationException(test.title() + ": judge = " + Texts.quoted(test.judge(), 60)
                    + ", but the @VerdictJudge members are called " + names + ", and " + OFFLINE + " is built in");
        }
    }

    /** Loads the datasets the test names, cut to its selection. */
    List<BehaviorDataset> datasets() {
        return test.datasets().stream()
                .map(name ->
                        Datasets.load(name, settings.datasets().orElse(null)).select(test.selection()))
                .toList();
    }

    /** Returns a campaign that can be planned and aborted, without instances of the test. */
    Campaign.Builder planned(App app, List<BehaviorDataset> datasets) {
        return complete(Campaign.against(app.unreachable()), app).behaviors(datasets.toArray(BehaviorDataset[]::new));
    }

    /**
     * Returns a campaign that can run.
     *
     * @throws Exception what a member of the test threw
     */
    Campaign.Builder runnable(App app, List<BehaviorDataset> datasets, List<Object> instances) throws Exception {
        Campaign.Builder builder = complete(Campaign.against(app.target(instances)), app)
                .behaviors(datasets.toArray(BehaviorDataset[]::new))
                .judge(judge(instances));
        for (Member attacker : attackers) {
            builder.attacker(read(attacker, AttackerModel.class, TextGenerator.class, instances));
        }
        for (Member translator : translators) {
            builder.translator(read(translator, TranslatorModel.class, TextGenerator.class, instances));
        }
        for (Member attackJudge : attackJudges) {
            builder.attackJudge(read(attackJudge, AttackJudge.class, Judge.class, instances));
        }
        for (Member hook : around) {
            builder.around(read(hook, AroundAttempts.class, AroundAttempt.class, instances));
        }
        return builder;
    }

    /** Returns a campaign that can only be aborted: nothing that may be missing is looked at. */
    Campaign.Builder abortable(App app) {
        return Campaign.against(app.unreachable())
                .settings(settings)
                .limits(test.limits())
                .reference(app.reference())
                .test(test.testClass(), test.testMethod())
                .findingsFolder(test.output().resolve("findings"));
    }

    private Campaign.Builder complete(Campaign.Builder builder, App app) {
        builder.settings(settings)
                .attacks(test.attacks().toArray(String[]::new))
                .limits(test.limits())
                .trials(test.trials())
                .seed(test.seed())
                .concurrency(test.concurrency())
                .maxCalls(test.maxCalls())
                .callTimeout(test.callTimeout())
                .earlyStop(test.earlyStop())
                .reference(app.reference())
                .test(test.testClass(), test.testMethod())
                .findingsFolder(test.output().resolve("findings"));
        test.attackOptions().forEach(builder::attackOption);
        Integer variants = test.variants();
        if (variants != null) {
            builder.variants(variants);
        }
        Integer callsPerBehavior = test.maxCallsPerBehavior();
        if (callsPerBehavior != null) {
            builder.maxCallsPerBehavior(callsPerBehavior);
        }
        if (test.maxDuration() != null) {
            builder.maxDuration(test.maxDuration());
        }
        return builder;
    }

    private Judge judge(List<Object> instances) throws Exception {
        for (Member member : judges) {
            if (test.judge().isBlank() || test.judge().equals(member.name())) {
                return read(member, VerdictJudge.class, Judge.class, instances);
            }
        }
        return Judges.offline();
    }

    private <T> T read(Member member, Class<? extends Annotation> annotation, Class<T> type, List<Object> instances)
            throws Exception {
        Object value = member.read(instances);
        if (!type.isInstance(value)) {
            throw new ExtensionConfigurationException(test.title() + ": @" + annotation.getSimpleName() + " " + member
                    + " is a " + value.getClass().getName() + ", but must be a " + type.getName());
        }
        return type.cast(value);
    }
}
