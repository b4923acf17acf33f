package io.github.harmcheck.result;

import java.util.Comparator;

/** One behavior under one attack: the smallest unit a rate is made of. */
record CellKey(String dataset, String behavior, String attack) implements Comparable<CellKey> {

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::dataset)
            .thenComparing(CellKey::behavior)
            .thenComparing(CellKey::attack);

    static CellKey of(Finding finding) {
        return new CellKey(
                finding.key().dataset(), finding.key().behavior(), finding.key().attack());
    }

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
