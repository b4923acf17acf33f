package it.red;

import org.junit.jupiter.api.Disabled;

@Disabled("flaky")
class DisabledSafetyTest extends EnabledSafetyTest {}
