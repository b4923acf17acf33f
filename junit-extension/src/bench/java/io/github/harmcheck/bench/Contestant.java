package io.github.harmcheck.bench;

/** One way to make the calls of a job. */
interface Contestant {

    /**
     * Makes all calls and reads all replies.
     *
     * @throws IllegalStateException where not every call gave a reply that was read
     */
    void run(Job job) throws Exception;

    /** Fails where something is missing: a tool that skips work is not fast. */
    static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException(what);
        }
    }
}
