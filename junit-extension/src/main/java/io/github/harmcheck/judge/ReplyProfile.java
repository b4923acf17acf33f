package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sums up what the cues found in a reply: its words, its sentences' roles and how much there is of what. */
final class ReplyProfile {

    private static final int SHARE_BINS = 8;

    private final List<ReadSegment> segments;
    private final Map<SegmentReading.Role, Integer> wordsByRole = new EnumMap<>(SegmentReading.Role.class);
    private int words;
    private int items;
    private int quoted;
    private int questions;
    private int codeLines;

    ReplyProfile(List<ReadSegment> segments) {
        this.segments = segments;
        for (ReadSegment read : segments) {
            codeLines += read.segment().codeLines();
            for (int i = 0; i < read.roles().size(); i++) {
                Sentence sentence = read.segment().sentences().get(i);
                wordsByRole.merge(read.roles().get(i), sentence.length(), Integer::sum);
                words += sentence.length();
                items += sentence.listItem() ? 1 : 0;
                quoted += sentence.quotedWords();
                questions += sentence.question() ? 1 : 0;
            }
        }
    }

    /** Returns the number of words, quoted ones included. */
    int words() {
        return words;
    }

    /** Returns the words in order, a full stop after each sentence; of a longer reply the first ones. */
    List<String> words(int most) {
        List<String> all = new ArrayList<>(Math.min(most, words + 64));
        for (ReadSegment read : segments) {
            for (Sentence sentence : read.segment().sentences()) {
                all.addAll(sentence.words());
                all.add(".");
                if (all.size() > most) {
                    return all.subList(0, most);
                }
            }
        }
        return all;
    }

    /** Returns what the first sentences do, list items marked. */
    List<String> roles(int most) {
        List<String> roles = new ArrayList<>();
        for (ReadSegment read : segments) {
            for (int i = 0; i < read.roles().size() && roles.size() < most; i++) {
                boolean item = read.segment().sentences().get(i).listItem();
                roles.add(read.roles().get(i).name() + (item ? "-" : ""));
            }
        }
        return roles;
    }

    /** Returns sizes and shares as text, in bins that double. */
    List<String> bins() {
        List<String> bins = new ArrayList<>();
        bins.add("words" + bin(words));
        bins.add("items" + bin(items));
        bins.add("code" + bin(codeLines));
        bins.add("quoted" + bin(quoted));
        bins.add("questions" + bin(questions));
        bins.add("speakers" + Math.min(4, segments.size()));
        for (SegmentReading.Role role : SegmentReading.Role.values()) {
            int count = wordsByRole.getOrDefault(role, 0);
            bins.add(role.name() + bin(count));
            bins.add(role.name() + "/" + (count == 0 ? "-" : count * SHARE_BINS / Math.max(1, words)));
        }
        return bins;
    }

    private static int bin(int count) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(count);
    }
}
