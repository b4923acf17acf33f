package io.github.harmcheck.jupiter;

import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.campaign.CampaignException;
import io.github.harmcheck.campaign.Plan;
import io.github.harmcheck.campaign.Settings;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.dataset.DatasetException;
import io.github.harmcheck.dataset.DatasetMissingException;
import io.github.harmcheck.result.Shard;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Plans a test before its first node. A missing precondition is one skip with its reason, and a record of an aborted
 * campaign for the gate; a mistake is kept for the provider, which can throw it as it is.
 */
final class HarmTestCondition implements ExecutionCondition {
    private static final Namespace NAMESPACE = Namespace.create(HarmTestCondition.class);

    /** Returns the run of a template, planned when its condition was evaluated. */
    static TemplateRun run(ExtensionContext template) {
        ExtensionContext.Store store = template.getStore(NAMESPACE);
        RuntimeException mistake = store.get(RuntimeException.class, RuntimeException.class);
        if (mistake != null) {
            throw mistake;
        }
        TemplateRun run = store.get(TemplateRun.class, TemplateRun.class);
        if (run == null) {
            throw new ExtensionConfigurationException(
                    template.getDisplayName()
                            + " was not planned: HarmTestCondition is deactivated; take it out of junit.jupiter.conditions.deactivate");
        }
        return run;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        if (store.get(TemplateRun.class) != null || store.get(RuntimeException.class) != null) {
            return ConditionEvaluationResult.enabled("planned");
        }
        try {
            return plan(context, store);
        } catch (ExtensionConfigurationException e) {
            store.put(RuntimeException.class, e);
            return ConditionEvaluationResult.enabled("the provider reports the mistake");
        }
    }

    private static ConditionEvaluationResult plan(ExtensionContext context, ExtensionContext.Store store) {
        HarmTest test = HarmTestReader.read(context);
        Settings settings = HarmTestReader.settings(context);
        List<Class<?>> classes = TestClasses.innermostFirst(context);
        CampaignSetup setup = new CampaignSetup(test, settings, classes);
        List<App> apps = App.of(test, classes);
        try {
            List<BehaviorDataset> datasets = setup.datasets();
            Plan plan = setup.planned(apps.get(0), datasets).plan();
            requireAttempts(test, plan, setup, apps.get(0), datasets);
            requireBudget(test, plan);
            store.put(TemplateRun.class, new TemplateRun(context, test, settings, setup, apps, datasets, plan));
            return ConditionEvaluationResult.enabled("planned");
        } catch (DatasetMissingException e) {
            String reason = test.title() + ": " + e.getMessage();
            Log.warn(reason);
            apps.forEach(app -> TemplateRun.recordAbort(test, setup, app, settings, reason));
            return ConditionEvaluationResult.disabled(reason);
        } catch (DatasetException e) {
            throw mistake(test, "dataset = " + test.datasets(), e);
        } catch (AttackConfigurationException e) {
            throw mistake(test, "attacks = " + test.attacks(), e);
        } catch (CampaignException e) {
            throw new ExtensionConfigurationException(test.title() + ": " + e.getMessage(), e);
        }
    }

    private static ExtensionConfigurationException mistake(HarmTest test, String attribute, RuntimeException cause) {
        return new ExtensionConfigurationException(test.title() + ": " + attribute + ": " + cause.getMessage(), cause);
    }

    /** A shard may well have nothing to do; all of them together may not. */
    private static void requireAttempts(
            HarmTest test, Plan plan, CampaignSetup setup, App app, List<BehaviorDataset> datasets) {
        if (plan.trials() == 0
                && setup.planned(app, datasets).shard(new Shard(1, 1)).plan().trials() == 0) {
            throw new ExtensionConfigurationException(test.title() + ": attacks = " + test.attacks()
                    + " suit none of the behaviors of dataset = " + test.datasets()
                    + " that are left after the selection; take other attacks or select less");
        }
    }

    private static void requireBudget(HarmTest test, Plan plan) {
        if (plan.targetCalls() > test.maxCalls()) {
            throw new ExtensionConfigurationException(test.title() + ": the plan needs up to " + plan.targetCalls()
                    + " calls to the app, more than maxCalls = " + test.maxCalls() + "; add maxCalls = "
                    + plan.targetCalls() + " to " + test.annotation() + ", or set harmcheck.maxCalls="
                    + plan.targetCalls() + ", or take a sample (" + plan.behaviors() + " behaviors, " + plan.trials()
                    + " attempts are planned)");
        }
    }
}
