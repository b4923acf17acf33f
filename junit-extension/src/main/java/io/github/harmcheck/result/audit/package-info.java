/**
 * Audits: samples of a campaign's findings for people to label, and what their labels make of its rates.
 */
@NullMarked
package io.github.harmcheck.result.audit;

import org.jspecify.annotations.NullMarked;
