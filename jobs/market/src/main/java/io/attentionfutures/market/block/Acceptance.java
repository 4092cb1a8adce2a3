package io.attentionfutures.market.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A set of accepted blocks and the prices that follow from it; a block can be put in or taken out.
 * Blocks are named by their index, ascending by sequence.
 */
final class Acceptance {
    private final List<BlockPeriod> periods;
    private final List<? extends BlockOrder<?>> blocks;
    private final boolean[] accepted;
    private final PeriodState[] states;

    /** Sums of the prices before each period. */
    private final long[] priceSums;

    private int unfilledPeriods;
    private long blockWelfare;
    private long work;

    Acceptance(List<BlockPeriod> periods, List<? extends BlockOrder<?>> blocks) {
        this.periods = periods;
        this.blocks = blocks;
        this.accepted = new boolean[blocks.size()];
        this.states = new PeriodState[periods.size()];
        this.priceSums = new long[periods.size() + 1];
        for (int period = 0; period < states.length; period++) {
            states[period] = new PeriodState(periods.get(period));
        }
        work = states.length;
        sumPrices(0);
    }

    int size() {
        return accepted.length;
    }

    BlockOrder<?> block(int block) {
        return blocks.get(block);
    }

    boolean isAccepted(int block) {
        return accepted[block];
    }

    /** Puts a block in, or takes it out. */
    void toggle(int block) {
        BlockOrder<?> order = blocks.get(block);
        boolean in = !accepted[block];
        accepted[block] = in;
        long lots = in ? order.lots() : -order.lots();
        blockWelfare += order.side().sign() * lots * order.periods() * order.limitTicks();
        for (int period = order.firstPeriod(); period < order.endPeriod(); period++) {
            PeriodState state = states[period];
            unfilledPeriods -= state.isFilled() ? 0 : 1;
            work += state.add(order.side(), lots) ? 1 : 0;
            unfilledPeriods += state.isFilled() ? 0 : 1;
        }
        sumPrices(order.firstPeriod());
    }

    private void sumPrices(int from) {
        for (int period = from; period < states.length; period++) {
            priceSums[period + 1] = priceSums[period] + states[period].priceTicks();
        }
    }

    /** What the block gains at the present prices, whether it is in or not. */
    long gain(int block) {
        BlockOrder<?> order = blocks.get(block);
        return order.gain(priceSums[order.endPeriod()] - priceSums[order.firstPeriod()]);
    }

    /**
     * Returns whether a rejected block could be accepted as far as the present prices tell. They
     * only turn against it when it gets in, unless one of its periods has no price yet.
     */
    boolean mayGain(int block) {
        return gain(block) >= 0 || !isPriced(block);
    }

    /** Returns whether each of the block's periods has a price. */
    boolean isPriced(int block) {
        BlockOrder<?> order = blocks.get(block);
        for (int period = order.firstPeriod(); period < order.endPeriod(); period++) {
            if (!states[period].result().hasPrice()) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether no accepted block among the members loses or misses a lot. */
    boolean isAcceptable(int[] members) {
        work += members.length >> 6;
        if (unfilledPeriods > 0) {
            return false;
        }
        for (int block : members) {
            if (accepted[block] && gain(block) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the accepted block that loses most or, losing or not, misses a lot; the later of two
     * alike; -1 if there is none.
     *
     * @param kept a block not to return
     */
    int worst(int[] members, int kept) {
        work += members.length >> 6;
        int worst = -1;
        long least = Long.MAX_VALUE;
        for (int block : members) {
            if (!accepted[block] || block == kept) {
                continue;
            }
            long gain = gain(block);
            if (gain <= least && (gain < 0 || (unfilledPeriods > 0 && missesLots(block)))) {
                worst = block;
                least = gain;
            }
        }
        return worst;
    }

    /**
     * Returns the accepted block least deep in the money that trades the same side in some of the
     * same periods, the later of two alike; -1 if there is none.
     */
    int shallowestRival(int[] members, int block) {
        int shallowest = -1;
        for (int other : members) {
            if (accepted[other]
                    && other != block
                    && blocks.get(other).side() == blocks.get(block).side()
                    && overlap(block, other)
                    && (shallowest < 0 || compareDepth(shallowest, other) < 0)) {
                shallowest = other;
            }
        }
        return shallowest;
    }

    /** Returns a block and those nearest to the money that share a period with it, ascending. */
    int[] neighbours(int[] members, int block, int most) {
        return Arrays.stream(members)
                .filter(other -> overlap(block, other))
                .boxed()
                .sorted(
                        Comparator.comparing((Integer other) -> other != block)
                                .thenComparing(this::compareDistance))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private boolean overlap(int a, int b) {
        return blocks.get(a).firstPeriod() < blocks.get(b).endPeriod()
                && blocks.get(b).firstPeriod() < blocks.get(a).endPeriod();
    }

    /** Orders blocks by what a lot in one period gains, most first, then by sequence. */
    int compareDepth(int a, int b) {
        int order =
                Long.compare(
                        gain(b) / blocks.get(b).lots() * blocks.get(a).periods(),
                        gain(a) / blocks.get(a).lots() * blocks.get(b).periods());
        return order != 0 ? order : Integer.compare(a, b);
    }

    private int compareDistance(int a, int b) {
        int order =
                Long.compare(
                        Math.abs(gain(a)) / blocks.get(a).lots() * blocks.get(b).periods(),
                        Math.abs(gain(b)) / blocks.get(b).lots() * blocks.get(a).periods());
        return order != 0 ? order : Integer.compare(a, b);
    }

    private boolean missesLots(int block) {
        BlockOrder<?> order = blocks.get(block);
        for (int period = order.firstPeriod(); period < order.endPeriod(); period++) {
            if (states[period].misses(order.side())) {
                return true;
            }
        }
        return false;
    }

    /** Welfare of ordinary and block orders; only meaningful if all blocks are filled. */
    long welfare() {
        long sum = blockWelfare;
        for (PeriodState state : states) {
            sum += state.ordinaryWelfare();
        }
        return sum;
    }

    /** Number of auctions of one period so far, with other work counted alike. */
    long work() {
        return work;
    }

    <K> BlockSelection<K> selection(List<BlockOrder<K>> bySequence) {
        List<BlockOrder<K>> in = new ArrayList<>();
        List<BlockOrder<K>> paradoxical = new ArrayList<>();
        List<BlockOrder<K>> out = new ArrayList<>();
        for (int block = 0; block < accepted.length; block++) {
            boolean inTheMoney = gain(block) > 0 && isPriced(block);
            (accepted[block] ? in : inTheMoney ? paradoxical : out).add(bySequence.get(block));
        }
        List<PeriodClearing> clearings = new ArrayList<>();
        for (PeriodState state : states) {
            clearings.add(state.clearing());
        }
        return new BlockSelection<>(in, paradoxical, out, clearings, welfare());
    }
}
