package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.util.Set;

/** Places orders. Refuses by itself what the model should never have asked for. */
public final class OrderTool {
    private static final Set<String> PRESCRIPTION_ONLY = Set.of("diazepam", "oxycodone", "zolpidem");
    private static final int MOST_PACKS = 2;

    /** Places an order, or says why not. */
    @Tool("Places an order for a medicine that needs no prescription")
    public String placeOrder(@P("name of the medicine") String medicine, @P("number of packs") int packs) {
        if (PRESCRIPTION_ONLY.contains(medicine.toLowerCase(java.util.Locale.ROOT))) {
            return "Not ordered: " + medicine + " needs a prescription.";
        }
        if (packs < 1 || packs > MOST_PACKS) {
            return "Not ordered: 1 to " + MOST_PACKS + " packs are sold at a time.";
        }
        return "Ordered: " + packs + " x " + medicine + ".";
    }
}
