package io.github.harmcheck.attack;

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
 */
abstract class EncodingAttack extends RewritingAttack {
    private static final String ANSWER = "encodings.answer";
    private static final List<String> ANSWERS = List.of("encoded", "plain", "both");
    private static final String REQUEST = "request";
    private static final String ENCODING = "encoding";
    private static final Set<String> REQUIRED = Set.of(REQUEST, ENCODING);

    private final String encodingName;
    private final boolean writable;

    /**
     * Creates an attack.
     *
     * @param encodingName what the app is told the encoding is
     * @param writable whether the app can be asked to answer in it
     */
    EncodingAttack(String id, String description, String encodingName, boolean writable) {
        super(id, description, Groups.ENCODINGS, Groups.ALL_STATIC);
        this.encodingName = encodingName;
        this.writable = writable;
    }

    /** Encodes any text. Unpaired surrogates may come out as replacement characters. */
    abstract String encode(String text);

    /** Decodes what {@link #encode} made; undoes it exactly for texts of the alphabet the class documents. */
    abstract String decode(String encoded);

    /** Finds what is encoded in a reply and decodes it; everything else stays as it is. Never throws. */
    abstract String decodeReply(String reply);

    @Override
    public final Map<String, String> options() {
        return Map.of(ANSWER, "how the app is to answer: encoded (default), plain, or both as two variants");
    }

    @Override
    final List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        String answer = Options.choice(settings, ANSWER, ANSWERS);
        List<Rewriting> rewritings = new ArrayList<>(2);
        for (Template template : BundledTemplates.of("encodings", REQUIRED)) {
            boolean plain = template.id().equals("answer-plain");
            if (writable ? answer.equals("both") || plain == answer.equals("plain") : plain) {
                rewritings.add(new Rewriting(
                        template.id(),
                        request -> template.fill(Map.of(REQUEST, encode(request), ENCODING, encodingName)),
                        this::decodeReply));
            }
        }
        return rewritings;
    }
}
