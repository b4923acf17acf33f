package io.github.harmcheck.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What is measured. Cold is the whole process; warm is the second campaign in a process. */
enum Tool {
    FLOOR_COLD("floor-cold", false, () -> new Floor()),
    HARMCHECK_COLD("harmcheck-cold", false, () -> new CampaignApi()),
    HARMCHECK_JUNIT_COLD("harmcheck-junit-cold", false, () -> new JunitPlatform()),
    QUARKUS_COLD("quarkus-cold", false, () -> new QuarkusScorer()),
    FLOOR_WARM("floor-warm", true, () -> new Floor()),
    HARMCHECK_WARM("harmcheck-warm", true, () -> new CampaignApi()),
    FLOOR_MEMORY("floor-memory", false, () -> new Floor()),
    HARMCHECK_MEMORY("harmcheck-memory", false, () -> new CampaignApi());

    private final String id;
    private final boolean warm;
    private final Supplier<Contestant> maker;

    Tool(String id, boolean warm, Supplier<Contestant> maker) {
        this.id = id;
        this.warm = warm;
        this.maker = maker;
    }

    static Tool of(String id) {
        return Arrays.stream(values())
                .filter(tool -> tool.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tool " + id + "; known are "
                        + Arrays.stream(values()).map(Tool::id).toList()));
    }

    /** Returns the tools of results.csv. */
    static List<Tool> timed() {
        return Arrays.stream(values()).filter(tool -> !tool.isMemory()).toList();
    }

    /** Returns the tools of memory.csv. */
    static List<Tool> memory() {
        return Arrays.stream(values()).filter(Tool::isMemory).toList();
    }

    String id() {
        return id;
    }

    boolean warm() {
        return warm;
    }

    boolean isMemory() {
        return this == FLOOR_MEMORY || this == HARMCHECK_MEMORY;
    }

    /** Returns the floor that this tool is compared with; a floor is its own. */
    Tool floor() {
        return isMemory() ? FLOOR_MEMORY : warm ? FLOOR_WARM : FLOOR_COLD;
    }

    Contestant contestant() {
        return maker.get();
    }
}
