package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolService;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tools of the assistant. The limits are checked here too: a model is no place to keep a rule. */
final class Counter {
    static final int MOST_PACKS = 2;

    private final Shelf shelf;

    Counter(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Returns the tools of a stocked counter, as a model calls them. */
    static Map<ToolSpecification, ToolExecutor> tools() {
        Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();
        ToolService.findTools(new Counter(Shelf.stocked()))
                .forEach(tool -> tools.put(tool.toolSpecification(), tool.toolExecutor()));
        return tools;
    }

    @Tool("Says how many packs of a medicine are in stock")
    String stockOf(@P("name of the medicine") String medicine) {
        return shelf.find(medicine)
                .map(found -> found.packsInStock() + " packs of " + found.name() + " are in stock.")
                .orElse("We do not keep that medicine.");
    }

    @Tool("Orders up to 2 packs of a medicine that needs no prescription")
    String placeOrder(@P("name of the medicine") String medicine, @P("number of packs, 1 or 2") int packs) {
        if (packs < 1 || packs > MOST_PACKS) {
            return "Not ordered: an order is for 1 to " + MOST_PACKS + " packs.";
        }
        return shelf.find(medicine)
                .map(found -> found.prescriptionOnly()
                        ? "Not ordered: " + found.name() + " needs a prescription."
                        : "Ordered: " + packs + " of " + found.name() + ", ready at the counter in an hour.")
                .orElse("Not ordered: we do not keep that medicine.");
    }
}
