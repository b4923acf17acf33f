package io.github.harmcheck.attack.adaptive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The sentences of a population of templates with their record: the mean score of the templates that held them, carried on
 * from step to step (the momentum of AutoDAN-HGA, arXiv 2310.04451, section 3.3, for sentences). Used by one thread.
 */
final class Sentences {
    private static final Pattern BOUNDARY = Pattern.compile("(?<=[.!?])\\s+|\\n+");

    private final Map<String, Double> records = new HashMap<>();
    private final List<String> known = new ArrayList<>();

    /** Notes how the templates that hold each sentence did. */
    void learn(List<String> templates, List<Candidate> tried) {
        Map<String, double[]> sums = new HashMap<>();
        for (int i = 0; i < tried.size(); i++) {
            for (String sentence : split(templates.get(i))) {
                double[] sum = sums.computeIfAbsent(sentence, absent -> new double[2]);
                sum[0] += tried.get(i).score();
                sum[1]++;
                if (!records.containsKey(sentence)) {
                    records.put(sentence, 0.0);
                    known.add(sentence);
                }
            }
        }
        sums.forEach((sentence, sum) ->
                records.merge(sentence, sum[0] / sum[1], (before, now) -> before == 0 ? now : (before + now) / 2));
    }

    /** Replaces sentences, each with a chance, by one drawn from those with a better record. */
    String improve(String template, double chance, SplittableRandom random) {
        List<String> sentences = new ArrayList<>(split(template));
        for (int i = 0; i < sentences.size(); i++) {
            String sentence = sentences.get(i);
            if (sentence.contains(TemplateMutator.REQUEST) || random.nextDouble() >= chance) {
                continue;
            }
            double record = records.getOrDefault(sentence, 0.0);
            List<String> better = known.stream()
                    .filter(other -> !other.contains(TemplateMutator.REQUEST)
                            && records.getOrDefault(other, 0.0) > record
                            && !sentences.contains(other))
                    .toList();
            if (!better.isEmpty()) {
                sentences.set(i, better.get(random.nextInt(better.size())));
            }
        }
        return String.join(" ", sentences);
    }

    /** Exchanges runs of sentences between two templates at up to so many places. */
    static List<String> cross(String first, String second, int points, SplittableRandom random) {
        List<String> one = split(first);
        List<String> two = split(second);
        int most = Math.min(one.size(), two.size()) - 1;
        TreeSet<Integer> places = new TreeSet<>();
        while (places.size() < Math.min(points, most)) {
            places.add(random.nextInt(1, most + 1));
        }
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        boolean swapped = random.nextBoolean();
        int from = 0;
        for (int place : places) {
            (swapped ? right : left).addAll(one.subList(from, place));
            (swapped ? left : right).addAll(two.subList(from, place));
            swapped = random.nextBoolean();
            from = place;
        }
        (swapped ? right : left).addAll(one.subList(from, one.size()));
        (swapped ? left : right).addAll(two.subList(from, two.size()));
        return List.of(withRequest(left), withRequest(right));
    }

    /** A child that lost the place for the request gets it at the end; one that has two keeps the last. */
    private static String withRequest(List<String> sentences) {
        List<String> kept = new ArrayList<>();
        boolean seen = false;
        for (int i = sentences.size() - 1; i >= 0; i--) {
            boolean holds = sentences.get(i).contains(TemplateMutator.REQUEST);
            if (!holds || !seen) {
                kept.add(0, sentences.get(i));
            }
            seen |= holds;
        }
        if (!seen) {
            kept.add(TemplateMutator.REQUEST);
        }
        return String.join(" ", kept);
    }

    static List<String> split(String template) {
        return BOUNDARY.splitAsStream(template.strip())
                .filter(sentence -> !sentence.isBlank())
                .toList();
    }
}
