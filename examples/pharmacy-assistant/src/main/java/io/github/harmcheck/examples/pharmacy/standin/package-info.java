/**
 * A scripted model that takes the place of an LLM, so that the example runs offline, without a key, and always the same.
 * It understands nothing.
 */
package io.github.harmcheck.examples.pharmacy.standin;
