package io.github.harmcheck.dataset;

import io.github.harmcheck.core.FunctionalCategory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which behaviors of a dataset to take. An empty set keeps all; several conditions must all hold. The sample is drawn
 * last, stratified by semantic category, seeded.
 *
 * @param functional functional categories to keep
 * @param semantic semantic categories to keep
 * @param tags behaviors with at least one of these tags are kept
 * @param ids ids to keep; an id the dataset does not have is an error
 * @param split part of the dataset to keep, or null for all
 * @param sample how many to draw, at least 1, or null for all; more than there are takes all of them
 * @param seed seed of the sample
 * @since 0.1.0
 */
public record Selection(
        Set<FunctionalCategory> functional,
        Set<String> semantic,
        Set<String> tags,
        Set<String> ids,
        @Nullable String split,
        @Nullable Integer sample,
        long seed) {

    /** Keeps everything. */
    public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of(), Set.of(), null, null, 0);

    public Selection {
        functional = Set.copyOf(functional);
        semantic = Set.copyOf(semantic);
        tags = Set.copyOf(tags);
        ids = Set.copyOf(ids);
        if (sample != null && sample < 1) {
            throw new IllegalArgumentException("sample is at least 1, was " + sample);
        }
    }
}
