package io.github.harmcheck.jupiter;

import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One node as JUnit sees it. */
record NodeInvocationContext(TargetCampaign campaign, PlannedNode node) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
        return node.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new NodeExtension(campaign, node), new NodeParameterResolver());
    }
}
