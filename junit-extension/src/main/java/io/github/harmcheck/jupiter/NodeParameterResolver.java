package io.github.harmcheck.jupiter;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the test method what its node has read. Resolves our own types only, and only there. */
final class NodeParameterResolver implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(NodeParameterResolver.class);

    static void offer(ExtensionContext node, Object value) {
        node.getStore(NAMESPACE).put(value.getClass(), value);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext node) {
        return Grain.of(parameter.getParameter().getType()).isPresent()
                && node.getTestMethod()
                        .filter(parameter.getDeclaringExecutable()::equals)
                        .isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext node) {
        Class<?> type = parameter.getParameter().getType();
        Object value = node.getStore(NAMESPACE).get(type);
        if (value == null) {
            throw new ParameterResolutionException("there is no " + type.getSimpleName()
                    + " for this node; ask for it as a parameter of the test method");
        }
        return value;
    }
}
