package io.github.harmcheck.jupiter;

import io.github.harmcheck.campaign.Settings;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * The one node of a test of which nothing falls into this shard. Its campaign ends at once and leaves its journal, without
 * which the shard would be missing; the method is left out, since there is nothing for it to look at.
 */
record EmptyShardContext(TargetCampaign campaign, String name) implements TestTemplateInvocationContext {

    static String name(Settings settings) {
        return "nothing of this test falls into shard "
                + settings.shard().map(Object::toString).orElse("");
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new Node(campaign));
    }

    private record Node(TargetCampaign campaign)
            implements BeforeTestExecutionCallback, InvocationInterceptor, ParameterResolver {

        @Override
        public void beforeTestExecution(ExtensionContext context) throws Exception {
            campaign.begin(context);
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> method,
                ExtensionContext context) {
            invocation.skip();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return Grain.of(parameter.getParameter().getType()).isPresent()
                    && context.getTestMethod()
                            .filter(parameter.getDeclaringExecutable()::equals)
                            .isPresent();
        }

        @Override
        public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return null;
        }
    }
}
