/**
 * The report a person opens: one self-contained page, rendered from templates that were compiled with the library.
 */
@NullMarked
package io.github.harmcheck.report.templates;

import org.jspecify.annotations.NullMarked;
