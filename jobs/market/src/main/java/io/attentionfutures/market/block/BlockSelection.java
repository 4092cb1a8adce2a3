package io.attentionfutures.market.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which blocks are accepted, and the prices that follow.
 *
 * <p>The prices are a function of the accepted blocks: each period's call auction with the lots of
 * its accepted blocks added. No accepted block loses at these prices or misses a lot; a rejected
 * block may be in the money at them (paradoxically rejected), because accepting it would turn the
 * prices against it or another block.
 *
 * <p>Of two blocks that differ in the limit only the better one, and of two blocks alike the
 * earlier one, is accepted first.
 *
 * @param accepted accepted blocks, by sequence
 * @param paradoxicallyRejected rejected blocks in the money at the prices of {@code periods}, by
 *     sequence
 * @param rejected all other blocks, by sequence
 * @param periods how each period clears
 * @param welfare limits of all lots bought less limits of all lots sold, ordinary and block orders
 *     together, in ticks times lots: the sum of consumers' and producers' surplus
 * @param <K> type of the blocks' keys
 */
public record BlockSelection<K>(
        List<BlockOrder<K>> accepted,
        List<BlockOrder<K>> paradoxicallyRejected,
        List<BlockOrder<K>> rejected,
        List<PeriodClearing> periods,
        long welfare) {
    public BlockSelection {
        accepted = List.copyOf(accepted);
        paradoxicallyRejected = List.copyOf(paradoxicallyRejected);
        rejected = List.copyOf(rejected);
        periods = List.copyOf(periods);
    }

    /**
     * Selects blocks. A function of its arguments alone; the order of {@code blocks} does not
     * matter.
     *
     * @param periods the periods, ascending in time
     * @param blocks blocks over these periods
     * @throws IllegalArgumentException if a block reaches beyond the last period, or two have the
     *     same sequence
     */
    public static <K> BlockSelection<K> select(
            List<BlockPeriod> periods, List<BlockOrder<K>> blocks) {
        return select(periods, blocks, SearchLimits.DEFAULT);
    }

    static <K> BlockSelection<K> select(
            List<BlockPeriod> periods, List<BlockOrder<K>> blocks, SearchLimits limits) {
        List<BlockOrder<K>> bySequence = new ArrayList<>(blocks);
        bySequence.sort(Comparator.comparingLong(BlockOrder::sequence));
        for (int i = 0; i < bySequence.size(); i++) {
            BlockOrder<K> block = bySequence.get(i);
            if (block.endPeriod() > periods.size()) {
                throw new IllegalArgumentException(
                        "a block ends in period " + block.endPeriod() + " of " + periods.size());
            }
            if (i > 0 && bySequence.get(i - 1).sequence() == block.sequence()) {
                throw new IllegalArgumentException("two blocks have sequence " + block.sequence());
            }
        }
        Acceptance acceptance = new Acceptance(periods, bySequence);
        for (int[] members : dependent(bySequence)) {
            new BlockSearch(acceptance, members, limits).run();
        }
        return acceptance.selection(bySequence);
    }

    /** Splits the blocks where no block spans both sides of a border between two periods. */
    private static List<int[]> dependent(List<? extends BlockOrder<?>> blocks) {
        Integer[] byPeriod = new Integer[blocks.size()];
        Arrays.setAll(byPeriod, i -> i);
        Arrays.sort(byPeriod, Comparator.comparingInt(i -> blocks.get(i).firstPeriod()));
        List<int[]> groups = new ArrayList<>();
        for (int start = 0, end; start < byPeriod.length; start = end) {
            int lastPeriod = blocks.get(byPeriod[start]).endPeriod();
            end = start + 1;
            while (end < byPeriod.length && blocks.get(byPeriod[end]).firstPeriod() < lastPeriod) {
                lastPeriod = Math.max(lastPeriod, blocks.get(byPeriod[end++]).endPeriod());
            }
            groups.add(
                    Arrays.stream(byPeriod, start, end)
                            .mapToInt(Integer::intValue)
                            .sorted()
                            .toArray());
        }
        return groups;
    }
}
