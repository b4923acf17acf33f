package io.github.harmcheck.attack;

/**
 * An attack cannot run as configured. The message names the setting and the fix.
 *
 * @since 0.1.0
 */
public class AttackConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AttackConfigurationException(String message) {
        super(message);
    }

    public AttackConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
