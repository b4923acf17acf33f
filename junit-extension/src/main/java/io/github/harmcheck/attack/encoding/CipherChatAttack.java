package io.github.harmcheck.attack.encoding;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.core.Behavior;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Teaches the app a cipher, shows it examples and speaks to it in the cipher only. CipherChat (Yuan et al. 2023, arXiv
 * 2308.06463, section 3). Variants are the ciphers: {@code caesar}, {@code atbash}, {@code morse}, {@code decimal} (ASCII),
 * {@code unicode-escapes}, and {@code self-cipher}, which is plain language called a cipher. Replies are decoded before they
 * are judged.
 *
 * <p>Two things differ: all of it is said by the user, since an app's users do not write its system prompt; and the
 * examples, in {@code cipher-chat-examples.txt}, are harmless, where CipherChat's are not.
 *
 * @since 0.1.0
 */
public final class CipherChatAttack extends RewritingAttack {
    private static final String REQUEST = "request";
    private static final Map<String, EncodingAttack> CIPHERS = Map.of(
            "caesar", new CaesarAttack(),
            "atbash", new AtbashAttack(),
            "morse", new MorseAttack(),
            "decimal", new DecimalAttack(),
            "unicode-escapes", new UnicodeEscapesAttack());
    private static final String SELF = "self-cipher";

    /** For the service loader. */
    public CipherChatAttack() {
        super(
                "cipher-chat",
                "CipherChat",
                "Teaches the app a cipher and speaks to it in the cipher only",
                "CipherChat, Yuan et al. 2023, arXiv 2308.06463",
                Groups.ENCODINGS,
                Groups.ALL_STATIC);
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return BundledTemplates.of(CipherChatAttack.class, id(), Set.of(REQUEST, "demo1", "demo2", "demo3")).stream()
                .map(CipherChatAttack::rewriting)
                .toList();
    }

    private static Rewriting rewriting(Template template) {
        if (template.id().equals(SELF)) {
            return rewriting(template, UnaryOperator.identity(), UnaryOperator.identity());
        }
        EncodingAttack cipher = Objects.requireNonNull(
                CIPHERS.get(template.id()), () -> "cipher-chat.txt names no cipher: " + template.id());
        return rewriting(template, cipher::encode, cipher::decodeReply);
    }

    private static Rewriting rewriting(
            Template template, UnaryOperator<String> encode, UnaryOperator<String> decodeReply) {
        return Rewriting.of(
                template.id(),
                request -> {
                    Map<String, String> values = new HashMap<>();
                    values.put(REQUEST, encode.apply(request));
                    for (Template demo :
                            BundledTemplates.of(CipherChatAttack.class, "cipher-chat-examples", Set.of())) {
                        values.put(demo.id(), encode.apply(demo.fill(Map.of())));
                    }
                    return template.fill(values);
                },
                decodeReply);
    }
}
