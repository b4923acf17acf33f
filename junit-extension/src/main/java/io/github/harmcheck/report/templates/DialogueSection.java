package io.github.harmcheck.report.templates;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the dialogues of one campaign while it reads them, one at a time: a journal may be larger than memory. Reads
 * the journal once per kind, so that confirmed ones come first. Serves one page.
 */
final class DialogueSection implements Content {

    /** Dialogues shown of one attack and kind. */
    static final int PER_ATTACK = 20;

    /** Dialogues shown of one campaign. */
    static final int PER_CAMPAIGN = 500;

    private final TemplateEngine engine;
    private final CampaignResult campaign;
    private final String prefix;
    private final Set<String> wanted;
    private final Map<DialogueKind, Map<String, Long>> found = new EnumMap<>(DialogueKind.class);
    private final Map<DialogueKind, Map<String, Long>> shown = new EnumMap<>(DialogueKind.class);
    private int count;

    /**
     * @param prefix begins the anchors of this campaign's dialogues
     * @param wanted ids of findings that the page links to: always shown; an id is taken out when it was shown
     */
    DialogueSection(TemplateEngine engine, CampaignResult campaign, String prefix, Set<String> wanted) {
        this.engine = engine;
        this.campaign = campaign;
        this.prefix = prefix;
        this.wanted = wanted;
        for (DialogueKind kind : DialogueKind.values()) {
            found.put(kind, new TreeMap<>());
            shown.put(kind, new HashMap<>());
        }
    }

    @Override
    public void writeTo(TemplateOutput output) {
        boolean counting = true;
        for (DialogueKind kind : DialogueKind.values()) {
            if (counting || !of(found, kind).isEmpty()) {
                write(kind, counting, output);
            }
            counting = false;
        }
    }

    private void write(DialogueKind kind, boolean counting, TemplateOutput output) {
        try (Stream<Finding> findings = campaign.findings().stream()) {
            for (Iterator<Finding> all = findings.iterator(); all.hasNext(); ) {
                Finding finding = all.next();
                DialogueKind actual = DialogueKind.of(finding).orElse(null);
                if (actual == null) {
                    continue;
                }
                String attack = finding.key().attack();
                if (counting) {
                    of(found, actual).merge(attack, 1L, Long::sum);
                }
                boolean linked = actual == kind && wanted.remove(finding.id());
                if (actual == kind && (linked || fits(kind, attack))) {
                    of(shown, kind).merge(attack, 1L, Long::sum);
                    String anchor = linked ? anchor(finding.id()) : prefix + "-" + ++count;
                    engine.render("dialogue.jte", DialogueView.of(finding, kind, anchor), output);
                }
            }
        }
    }

    private boolean fits(DialogueKind kind, String attack) {
        return count < PER_CAMPAIGN && of(shown, kind).getOrDefault(attack, 0L) < PER_ATTACK;
    }

    /** Returns whether nothing was found to show; known once the section is written. */
    boolean isEmpty() {
        return found.values().stream().allMatch(Map::isEmpty);
    }

    /** Returns what was left out, one line each; known once the section is written. */
    List<String> leftOut() {
        return found.entrySet().stream()
                .flatMap(byKind -> byKind.getValue().entrySet().stream()
                        .map(byAttack -> leftOut(byKind.getKey(), byAttack.getKey(), byAttack.getValue())))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String leftOut(DialogueKind kind, String attack, long all) {
        long more = all - of(shown, kind).getOrDefault(attack, 0L);
        return more == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s: %,d more in the journal (%s)",
                        attack,
                        more,
                        kind.mark().word());
    }

    /** Returns the anchor of a finding that the page links to. */
    static String anchor(String findingId) {
        return "f-" + findingId;
    }

    private static Map<String, Long> of(Map<DialogueKind, Map<String, Long>> counts, DialogueKind kind) {
        return counts.computeIfAbsent(kind, absent -> new HashMap<>());
    }
}
