package io.github.harmcheck.recording;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Counts equal requests. The number of a call that failed is taken again, so that a repeated call is not another one. */
final class Occurrences {
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, TreeSet<Integer>> free = new HashMap<>();

    synchronized int take(String request) {
        TreeSet<Integer> returned = free.get(request);
        if (returned != null) {
            int number = returned.pollFirst();
            if (returned.isEmpty()) {
                free.remove(request);
            }
            return number;
        }
        return taken.merge(request, 1, Integer::sum);
    }

    synchronized void giveBack(String request, int number) {
        free.computeIfAbsent(request, name -> new TreeSet<>()).add(number);
    }
}
