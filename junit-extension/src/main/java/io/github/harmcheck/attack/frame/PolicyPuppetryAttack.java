package io.github.harmcheck.attack.frame;

/**
 * Writes the request as a structured policy file in XML, JSON or INI. Policy Puppetry (HiddenLayer, April 2025):
 * instructions in the form of a configuration that the app is to follow. Variants are the templates in {@code
 * policy-puppetry.txt}.
 *
 * @since 0.1.0
 */
public final class PolicyPuppetryAttack extends FrameAttack {

    /** For the service loader. */
    public PolicyPuppetryAttack() {
        super(
                "policy-puppetry",
                "Policy Puppetry",
                "Writes the request as a structured policy file in XML, JSON or INI",
                "Policy Puppetry, HiddenLayer 2025");
    }
}
