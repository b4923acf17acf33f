package io.github.harmcheck.result.audit;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.Finding;
import java.util.Locale;
import java.util.Optional;

/**
 * One outcome of one attack in one campaign, the smallest part of which a sample is drawn.
 *
 * @param campaign test and target
 * @param attack id of the attack
 * @param kind what the judge said
 */
record Stratum(String campaign, String attack, Kind kind) implements Comparable<Stratum> {

    /**
     * What findings have in common, with a guess how much people will differ about them: the standard deviation of their
     * labels, by which a sample is shared out (Neyman 1934). A wrong guess costs width, not truth.
     */
    enum Kind {
        CONFIRMED(0.3),
        SUSPECTED(0.5),
        UNDECIDED(0.5),
        DEFLECTED(0.2),
        REFUSED(0.15),
        /** No text reached the user: nothing to label. */
        BLOCKED(0),
        /** A person has decided already. */
        REVIEWED(0);

        final double spread;

        Kind(double spread) {
            this.spread = spread;
        }

        boolean isDrawn() {
            return spread > 0;
        }
    }

    /** Returns the stratum of a finding; empty for the SAFE side and for what failed, which are in no rate. */
    static Optional<Stratum> of(CampaignHeader header, Finding finding) {
        if (finding.side() != Side.UNSAFE || finding.outcome() == Outcome.ERROR) {
            return Optional.empty();
        }
        return Optional.of(new Stratum(
                Texts.oneLine(header.title(), 200) + " [" + Texts.oneLine(header.target(), 60) + "]",
                finding.key().attack(),
                kind(finding)));
    }

    private static Kind kind(Finding finding) {
        if (finding.reviewer() != null) {
            return Kind.REVIEWED;
        }
        return switch (finding.outcome()) {
            case SUCCEEDED -> finding.verdict().confirmed() ? Kind.CONFIRMED : Kind.SUSPECTED;
            case UNDECIDED, ERROR -> Kind.UNDECIDED;
            case DEFLECTED -> Kind.DEFLECTED;
            case REFUSED -> Kind.REFUSED;
            case BLOCKED -> Kind.BLOCKED;
        };
    }

    /** Returns the name that a file has for it. */
    String label() {
        return prefix() + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Returns how the names of all strata of its attack begin. */
    String prefix() {
        return campaign + " / " + attack + " / ";
    }

    @Override
    public int compareTo(Stratum other) {
        return label().compareTo(other.label());
    }
}
