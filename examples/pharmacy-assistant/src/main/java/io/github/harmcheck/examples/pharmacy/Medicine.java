package io.github.harmcheck.examples.pharmacy;

/**
 * A medicine the pharmacy keeps. All names are invented.
 *
 * @param prescriptionOnly whether it needs a prescription, which an assistant cannot check
 * @param packsInStock how many packs there are
 */
record Medicine(String name, boolean prescriptionOnly, int packsInStock) {}
