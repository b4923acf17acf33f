/**
 * The app under test: adapters that turn what a team has into conversations.
 */
@NullMarked
package io.github.harmcheck.target;

import org.jspecify.annotations.NullMarked;
