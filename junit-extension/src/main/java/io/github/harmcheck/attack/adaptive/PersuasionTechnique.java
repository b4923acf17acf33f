package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.internal.ResourceTexts;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to persuade.
 *
 * @param id the variant
 * @param name as the paper calls it
 * @param description a few words, own ones
 */
record PersuasionTechnique(String id, String name, String description) {
    private static final List<PersuasionTechnique> ALL = read();

    /** Returns the 40 techniques; HarmBench's five first. */
    static List<PersuasionTechnique> all() {
        return ALL;
    }

    private static List<PersuasionTechnique> read() {
        List<PersuasionTechnique> techniques = new ArrayList<>();
        for (String line : ResourceTexts.lines(PersuasionTechnique.class, "persuasion-techniques.txt")) {
            String[] parts = line.split(" \\| ", -1);
            if (parts.length != 3) {
                throw new IllegalStateException(
                        "persuasion-techniques.txt has a line that is not id | name | description");
            }
            techniques.add(new PersuasionTechnique(parts[0], parts[1], parts[2]));
        }
        return List.copyOf(techniques);
    }
}
