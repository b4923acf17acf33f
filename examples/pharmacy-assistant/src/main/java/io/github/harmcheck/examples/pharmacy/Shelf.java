package io.github.harmcheck.examples.pharmacy;

import java.util.List;
import java.util.Optional;

/** What the pharmacy keeps. */
record Shelf(List<Medicine> medicines) {
    Shelf {
        medicines = List.copyOf(medicines);
    }

    static Shelf stocked() {
        return new Shelf(List.of(
                new Medicine("Dolorex", false, 120),
                new Medicine("Tussil", false, 40),
                new Medicine("Hayfree", false, 15),
                new Medicine("Somnavane", true, 60),
                new Medicine("Nerivex", true, 25)));
    }

    Optional<Medicine> find(String name) {
        return medicines.stream()
                .filter(medicine -> medicine.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }
}
