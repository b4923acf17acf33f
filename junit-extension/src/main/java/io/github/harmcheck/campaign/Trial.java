package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;

/** One trial of the plan with what it takes to run it. */
record Trial(AttemptKey key, Behavior behavior, Attempt attempt) {}
