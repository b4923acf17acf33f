package it.alpha;

import io.github.harmcheck.jupiter.HarmBehavior;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@HarmBehavior(dataset = "core", sample = 6, attacks = "direct", maxAsr = 0)
@Retention(RetentionPolicy.RUNTIME)
@interface TeamCheck {}
