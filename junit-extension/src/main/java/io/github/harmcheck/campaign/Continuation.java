package io.github.harmcheck.campaign;

/**
 * Whether findings of an earlier run are taken over.
 *
 * @param resume whether the newest run of the same test is continued
 * @param retryErrors whether its attempts that ended in ERROR are run again; implies {@code resume}
 */
record Continuation(boolean resume, boolean retryErrors) {
    static final Continuation NONE = new Continuation(false, false);

    boolean wanted() {
        return resume || retryErrors;
    }
}
