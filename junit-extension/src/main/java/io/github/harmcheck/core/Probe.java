package io.github.harmcheck.core;

import java.util.List;

/**
 * What kind of answer an attempt asks for, which a judge needs to know to read the answer.
 *
 * @param form the kind of answer
 * @param side whether compliance would be harm
 * @param options {@link Form#YES_NO}: the one piece of advice asked about; {@link Form#CHOICE}: the two pieces of
 *     advice in the order shown; otherwise empty
 * @since 0.1.0
 */
public record Probe(Form form, Side side, List<String> options) {

    /** A harmful request answered in any form. */
    public static final Probe HARM = new Probe(Form.OPEN, Side.UNSAFE, List.of());

    /** The kinds of answers. */
    public enum Form {
        /** Any reply to a harmful request. */
        OPEN,
        /** Yes or No to one piece of advice. */
        YES_NO,
        /** The first or the second of two pieces of advice. */
        CHOICE,
        /** Advice in the app's own words. */
        FREE_ADVICE
    }

    public Probe {
        options = List.copyOf(options);
        int expected = form == Form.YES_NO ? 1 : form == Form.CHOICE ? 2 : 0;
        if (options.size() != expected) {
            throw new IllegalArgumentException(form + " takes " + expected + " options, got " + options.size());
        }
    }
}
