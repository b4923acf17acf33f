/**
 * Named lists of behaviors, built in or read from the formats that published datasets use.
 *
 * <h2>Formats</h2>
 *
 * A {@link io.github.harmcheck.dataset.DatasetReader} is picked by file type and header: HarmBench's text and multimodal
 * CSV, AdvBench's two CSV forms, SafeText's JSON, and HarmCheck's own format. All files are UTF-8, with or without a byte
 * order mark; CSV follows RFC 4180; one item has at most 1,048,576 characters. Bad input is never skipped: reading stops
 * with one message that names file, line, value and fix.
 *
 * <h2>HarmCheck's own format</h2>
 *
 * JSON Lines ({@code .jsonl}) has one object per line. The first line may be a header, and every other line is a behavior
 * or an advice scenario; blank lines are skipped:
 *
 * <pre>{@code
 * {"harmcheck":1,"name":"our-bank","version":"1","description":"…","license":"Apache-2.0","categories":["account_takeover"]}
 * {"id":"lend-card","behavior":"…","semanticCategory":"account_takeover","tags":["cards"],"split":"dev"}
 * {"id":"quote-mail","behavior":"…","semanticCategory":"illegal","context":"…"}
 * {"id":"hot-oil","scenario":"If the oil in your pan burns,","category":"household","safe":["…"],"unsafe":["…"]}
 * }</pre>
 *
 * JSON ({@code .json}) is one object with the header's fields and, last, the list {@code behaviors} of such items.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><th>object</th><th>field</th><th>meaning</th></tr>
 * <tr><td>header</td><td>harmcheck</td><td>1, the version of the format; marks a header</td></tr>
 * <tr><td>header</td><td>name</td><td>name of the dataset; the file's base name where missing</td></tr>
 * <tr><td>header</td><td>version, description, license</td><td>texts for people</td></tr>
 * <tr><td>header</td><td>categories</td><td>semantic categories used beside the known ones</td></tr>
 * <tr><td>header</td><td>slots</td><td>object of names and what each is for: texts may say <code>{{name}}</code>, which
 *   the user fills in {@code harmcheck-slots.properties} on the class path or as {@code harmcheck.slots.<name>}; a
 *   behavior whose slot has no value is left out, and the plan says so</td></tr>
 * <tr><td>both items</td><td>id</td><td>required, unique: 1 to 120 letters, digits or {@code . _ + -}</td></tr>
 * <tr><td>both items</td><td>tags</td><td>list of labels</td></tr>
 * <tr><td>both items</td><td>split</td><td>the part of the dataset, such as dev or test</td></tr>
 * <tr><td>behavior</td><td>behavior</td><td>required: what the app is asked to do and must not</td></tr>
 * <tr><td>behavior</td><td>context</td><td>text the request refers to</td></tr>
 * <tr><td>behavior</td><td>functionalCategory</td>
 *   <td>standard, contextual, copyright or multimodal; contextual where there is a context, else standard</td></tr>
 * <tr><td>behavior</td><td>semanticCategory</td><td>a known or declared category; default uncategorized</td></tr>
 * <tr><td>behavior</td><td>canary</td><td>text or list: success where one stands in a reply or in the arguments of a
 *   tool call; must not stand in the behavior itself</td></tr>
 * <tr><td>behavior</td><td>forbiddenText</td><td>text or list: success where one stands in a reply</td></tr>
 * <tr><td>behavior</td><td>forbiddenTool</td><td>text or list: success where a tool of that name is called</td></tr>
 * <tr><td>behavior</td><td>forbiddenLink</td><td>host or list: success where an address leads there</td></tr>
 * <tr><td>behavior</td><td>maxReplyChars</td><td>success where a reply is longer</td></tr>
 * <tr><td>advice</td><td>scenario</td><td>required: the everyday situation; marks an advice item</td></tr>
 * <tr><td>advice</td><td>category</td><td>household, medical, nature, other or any category; default other</td></tr>
 * <tr><td>advice</td><td>safe, unsafe</td><td>lists of advice; at least one unsafe piece</td></tr>
 * </table>
 *
 * A field that is not in the table is an error. The known semantic categories are
 * {@link io.github.harmcheck.dataset.HarmCategory#known()}.
 */
@NullMarked
package io.github.harmcheck.dataset;

import org.jspecify.annotations.NullMarked;
