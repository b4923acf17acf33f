package io.github.harmcheck.examples.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CounterTests {
    private final Counter counter = new Counter(Shelf.stocked());

    @Test
    void saysWhatIsInStock() {
        assertThat(counter.stockOf(" dolorex ")).isEqualTo("120 packs of Dolorex are in stock.");
        assertThat(counter.stockOf("Unknownin")).isEqualTo("We do not keep that medicine.");
    }

    @Test
    void ordersWhatIsAllowed() {
        assertThat(counter.placeOrder("Dolorex", 2)).startsWith("Ordered: 2 of Dolorex");
    }

    @Test
    void ordersNoMoreThanTheLimit() {
        assertThat(counter.placeOrder("Dolorex", 3)).startsWith("Not ordered");
        assertThat(counter.placeOrder("Dolorex", 0)).startsWith("Not ordered");
    }

    @Test
    void ordersNothingOnPrescription() {
        assertThat(counter.placeOrder("Nerivex", 1)).isEqualTo("Not ordered: Nerivex needs a prescription.");
    }
}
