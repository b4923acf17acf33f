package io.github.harmcheck.attack;

import java.util.function.UnaryOperator;

/**
 * One way to rewrite a request, and to read the reply to it. Rewritings compose: what one made, another can wrap, and
 * their decoders apply in the opposite order.
 *
 * @param variant the id of the variant
 * @param rewrite makes the prompt from the request; thread-safe, the same result every time
 * @param replyDecoder what {@link Attempt#replyDecoder} returns
 */
record Rewriting(String variant, UnaryOperator<String> rewrite, UnaryOperator<String> replyDecoder) {

    Rewriting(String variant, UnaryOperator<String> rewrite) {
        this(variant, rewrite, UnaryOperator.identity());
    }
}
