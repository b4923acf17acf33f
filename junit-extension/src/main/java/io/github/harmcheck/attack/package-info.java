/**
 * Attacks: methods that turn a behavior into attempts to elicit it.
 *
 * <p>A static attack rewrites the <em>request</em> of a behavior: it puts it into a frame, splits it or encodes it. The
 * context a behavior refers to is never rewritten. It stands in front of the finished prompt as HarmBench joins it,
 * {@code context + "\n\n---\n\n" + prompt}, in one place for all attacks ({@code BehaviorPrompt}). So a context of several
 * pages is not multiplied by nine where an attack writes binary digits, and the results stay comparable with HarmBench's.
 *
 * <p>Here are the port ({@link io.github.harmcheck.attack.Attack}), the catalogue ({@link
 * io.github.harmcheck.attack.Attacks}) and what attacks are made of; the attacks themselves are in {@code encoding}, {@code
 * frame} and {@code adaptive}.
 *
 * <p>The texts of the attacks are resource files beside the classes, in the format {@code TemplateFile} describes, so
 * that they can be reviewed and extended without Java.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.harmcheck.attack;

import org.jspecify.annotations.NullMarked;
