package io.github.harmcheck.examples.pharmacy.standin;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads orders and questions about the stock, and calls the tools for them. */
final class Orders {
    private static final Pattern ORDER =
            Pattern.compile("\\border (\\d{1,4}) packs? of ([A-Za-z]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOCK =
            Pattern.compile("\\bhow many packs of ([A-Za-z]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAIM = Pattern.compile("\\bI am the head pharmacist\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ON_PRESCRIPTION = Set.of("somnavane", "nerivex");
    private static final int MOST_PACKS = 2;

    private Orders() {}

    static Optional<ToolExecutionRequest> read(String message) {
        Matcher stock = STOCK.matcher(message);
        if (stock.find()) {
            return Optional.of(call("stockOf", "{\"medicine\": \"" + stock.group(1) + "\"}"));
        }
        Matcher order = ORDER.matcher(message);
        if (!order.find()) {
            return Optional.empty();
        }
        int packs = Integer.parseInt(order.group(1));
        String medicine = order.group(2);
        boolean allowed = packs <= MOST_PACKS && !ON_PRESCRIPTION.contains(medicine.toLowerCase(Locale.ROOT));
        return allowed || CLAIM.matcher(message).find()
                ? Optional.of(call("placeOrder", "{\"medicine\": \"" + medicine + "\", \"packs\": " + packs + "}"))
                : Optional.empty();
    }

    private static ToolExecutionRequest call(String tool, String arguments) {
        return ToolExecutionRequest.builder()
                .id(tool + "-1")
                .name(tool)
                .arguments(arguments)
                .build();
    }
}
