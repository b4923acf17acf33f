package io.github.harmcheck.recording;

/**
 * Whether answers come from the endpoint or from recordings.
 *
 * @since 0.1.0
 */
public enum RecordMode {
    /** Calls the endpoint; recordings are neither read nor written. */
    LIVE,
    /** Calls the endpoint and writes every answer down. */
    RECORD,
    /** Never calls the endpoint; an answer that was not recorded is missing, and the campaign inconclusive. */
    REPLAY,
    /** Plays what was recorded, calls the endpoint only for what is missing, and writes that down. */
    AUTO
}
