package io.github.harmcheck.judge;

/**
 * A judge cannot work as configured: a file that it needs is missing or cannot be used. The message names the file, what
 * is wrong with it and the fix.
 *
 * @since 0.1.0
 */
public class JudgeConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JudgeConfigurationException(String message) {
        super(message);
    }

    public JudgeConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
