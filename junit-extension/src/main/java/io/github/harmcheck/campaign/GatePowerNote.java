package io.github.harmcheck.campaign;

import io.github.harmcheck.result.Limits;

final class GatePowerNote {
    private GatePowerNote() {}

    static String of(int behaviors, Limits limits) {
        return behaviors + " " + limits.maxAsr();
    }
}
