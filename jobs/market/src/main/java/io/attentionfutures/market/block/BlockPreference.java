package io.attentionfutures.market.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives, among blocks that differ in limit and sequence only, the places of the accepted ones to
 * those with the best limits, the earlier of two alike. Prices stay, nobody loses, welfare does not
 * fall.
 */
final class BlockPreference {
    private final Acceptance acceptance;
    private final int[] members;

    BlockPreference(Acceptance acceptance, int[] members) {
        this.acceptance = acceptance;
        this.members = members;
    }

    void apply() {
        List<Integer> sorted = new ArrayList<>();
        for (int block : members) {
            sorted.add(block);
        }
        sorted.sort(this::compareShape);
        for (int start = 0, end; start < sorted.size(); start = end) {
            end = start + 1;
            while (end < sorted.size() && compareShape(sorted.get(start), sorted.get(end)) == 0) {
                end++;
            }
            apply(new ArrayList<>(sorted.subList(start, end)));
        }
    }

    private void apply(List<Integer> alike) {
        Comparator<Integer> bestFirst =
                Comparator.comparingLong(
                        b -> -acceptance.block(b).side().sign() * acceptance.block(b).limitTicks());
        alike.sort(bestFirst.thenComparing(Comparator.naturalOrder()));
        long places = alike.stream().filter(acceptance::isAccepted).count();
        for (int i = 0; i < alike.size(); i++) {
            if (acceptance.isAccepted(alike.get(i)) != i < places) {
                acceptance.toggle(alike.get(i));
            }
        }
    }

    private int compareShape(int a, int b) {
        BlockOrder<?> left = acceptance.block(a);
        BlockOrder<?> right = acceptance.block(b);
        int order = left.side().compareTo(right.side());
        order = order != 0 ? order : Integer.compare(left.firstPeriod(), right.firstPeriod());
        order = order != 0 ? order : Integer.compare(left.periods(), right.periods());
        return order != 0 ? order : Long.compare(left.lots(), right.lots());
    }
}
