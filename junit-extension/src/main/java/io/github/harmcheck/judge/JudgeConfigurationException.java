package io.github.harmcheck.judge;

/**
 * A judge cannot work as configured: a file that it needs is missing or cannot be used. The message names the file, what
 * is wrong with it and the fix.
 *
 * @since 0.1.0
 */
public class JudgeConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates one with what is wrong and how to mend it. */
    public JudgeConfigurationException(String message) {
        super(message);
    }

    /** Creates one with what is wrong, how to mend it, and what it came from. */
    public JudgeConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
