package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.benchmarks.chaos.Output.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a disturbed run's output differs from an undisturbed one's.
 *
 * @param lost records that are missing
 * @param duplicated records that are there once more than they should
 * @param different records with another content or in another place of their lane
 * @param examples some of them, for people
 */
record Comparison(long lost, long duplicated, long different, List<String> examples) {
    private static final int MOST_EXAMPLES = 6;

    /** Compares lane by lane. */
    static Comparison of(Output expected, Output actual) {
        Counter counter = new Counter();
        Set<String> lanes = new TreeSet<>(expected.lanes().keySet());
        lanes.addAll(actual.lanes().keySet());
        for (String lane : lanes) {
            counter.compare(
                    lane,
                    expected.lanes().getOrDefault(lane, List.of()),
                    actual.lanes().getOrDefault(lane, List.of()));
        }
        return counter.result();
    }

    /** Adds what was expected of records that a drill has added: an answer to each, but once. */
    Comparison andOneAnswerEach(Set<Coordinates> added, Map<Output.Answer, Integer> answers) {
        Set<Coordinates> unanswered = new HashSet<>(added);
        answers.keySet().forEach(answer -> unanswered.remove(answer.of()));
        long repeated = answers.values().stream().mapToLong(count -> count - 1).sum();
        List<String> more = new ArrayList<>(examples);
        unanswered.stream().limit(2).forEach(place -> more.add("no answer to " + place));
        answers.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .limit(2)
                .forEach(entry -> more.add("answered again: " + entry.getKey()));
        return new Comparison(lost + unanswered.size(), duplicated + repeated, different, more);
    }

    boolean clean() {
        return lost == 0 && duplicated == 0 && different == 0;
    }

    private static final class Counter {
        private final List<String> examples = new ArrayList<>();
        private long lost;
        private long duplicated;
        private long different;

        void compare(String lane, List<Line> expected, List<Line> actual) {
            if (expected.equals(actual)) {
                return;
            }
            Map<Line, Integer> missing = new HashMap<>();
            expected.forEach(line -> missing.merge(line, 1, Integer::sum));
            Set<Line> known = Set.copyOf(missing.keySet());
            List<Line> unknown = new ArrayList<>();
            List<Line> twice = new ArrayList<>();
            for (Line line : actual) {
                Integer left = missing.get(line);
                if (left != null) {
                    missing.compute(line, (key, count) -> count == 1 ? null : count - 1);
                } else if (known.contains(line)) {
                    twice.add(line);
                } else {
                    unknown.add(line);
                }
            }
            long absent = missing.values().stream().mapToInt(Integer::intValue).sum();
            long changed = Math.min(absent, unknown.size());
            lost += absent - changed;
            duplicated += twice.size();
            different += unknown.size();
            if (absent == 0 && twice.isEmpty() && unknown.isEmpty()) {
                different += displaced(expected, actual);
                example(lane, "another order, from", firstDisplaced(expected, actual));
            }
            missing.keySet().stream().limit(1).forEach(line -> example(lane, "missing", line));
            twice.stream().limit(1).forEach(line -> example(lane, "twice", line));
            unknown.stream().limit(1).forEach(line -> example(lane, "unexpected", line));
        }

        private static long displaced(List<Line> expected, List<Line> actual) {
            long count = 0;
            for (int i = 0; i < expected.size(); i++) {
                count += expected.get(i).equals(actual.get(i)) ? 0 : 1;
            }
            return count;
        }

        private static Line firstDisplaced(List<Line> expected, List<Line> actual) {
            int i = 0;
            while (expected.get(i).equals(actual.get(i))) {
                i++;
            }
            return actual.get(i);
        }

        private void example(String lane, String what, Line line) {
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(lane + ": " + what + ": " + line.text());
            }
        }

        Comparison result() {
            return new Comparison(lost, duplicated, different, List.copyOf(examples));
        }
    }
}
