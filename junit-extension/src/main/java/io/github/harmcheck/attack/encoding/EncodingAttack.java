package io.github.harmcheck.attack.encoding;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Options;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.core.Behavior;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends the request encoded, with the instruction to decode and answer it; the reply is decoded before it is judged. The
 * instructions are in {@code encodings.txt}.
 *
 * <p>Only the request is encoded. A context stays plain in front of it.
 *
 * <p>The option {@code encodings.answer} says how the app is to answer: {@code encoded} (default; tries output filters
 * too), {@code plain}, or {@code both}, which makes two variants. An encoding that no app could be expected to write is
 * always answered plain. Variants are {@code answer-encoded} and {@code answer-plain}.
 *
 * @since 0.1.0
 */
public abstract class EncodingAttack extends RewritingAttack {
    private static final String ANSWER = "encodings.answer";
    private static final List<String> ANSWERS = List.of("encoded", "plain", "both");
    private static final String REQUEST = "request";
    private static final String ENCODING = "encoding";
    private static final Set<String> REQUIRED = Set.of(REQUEST, ENCODING);

    private final String encodingName;
    private final boolean writable;

    /**
     * Creates an attack in the groups {@code encodings} and {@code all-static}.
     *
     * @param name the method's name as its source writes it
     * @param what what it does, without a full stop
     * @param source paper, section, or a project's own idea
     * @param encodingName what the app is told the encoding is
     * @param writable whether the app can be asked to answer in it
     */
    protected EncodingAttack(
            String id, String name, String what, String source, String encodingName, boolean writable) {
        super(id, name, what, source, Groups.ENCODINGS, Groups.ALL_STATIC);
        this.encodingName = encodingName;
        this.writable = writable;
    }

    /** Encodes any text. Unpaired surrogates may come out as replacement characters. */
    protected abstract String encode(String text);

    /** Decodes what {@link #encode} made; undoes it exactly for texts of the alphabet the class documents. */
    protected abstract String decode(String encoded);

    /** Finds what is encoded in a reply and decodes it; everything else stays as it is. Never throws. */
    protected abstract String decodeReply(String reply);

    /** Returns the encoding as the settings ask for it, for example with another key; by default this one. */
    protected EncodingAttack configured(AttackSettings settings) {
        return this;
    }

    @Override
    public Map<String, String> options() {
        return Map.of(ANSWER, "how the app is to answer: encoded (default), plain, or both as two variants");
    }

    @Override
    protected final List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return configured(settings).rewritings(Options.choice(settings, ANSWER, ANSWERS));
    }

    private List<Rewriting> rewritings(String answer) {
        List<Rewriting> rewritings = new ArrayList<>(2);
        for (Template template : BundledTemplates.of(EncodingAttack.class, "encodings", REQUIRED)) {
            boolean plain = template.id().equals("answer-plain");
            if (writable ? answer.equals("both") || plain == answer.equals("plain") : plain) {
                rewritings.add(Rewriting.of(
                        template.id(),
                        request -> template.fill(Map.of(REQUEST, encode(request), ENCODING, encodingName)),
                        this::decodeReply));
            }
        }
        return rewritings;
    }
}
