package io.attentionfutures.market.auction;

import io.attentionfutures.market.Side;
import java.util.Arrays;

/**
 * A few lots to add to a {@link PriceCurve} or to take from it, each at a limit: an order that is
 * not there yet, or one participant's own orders taken away. A market order counts at the limit
 * that it trades at.
 */
public final class CurveSteps {
    private long[] turns = new long[4];
    private long[] demand = new long[4];
    private long[] supply = new long[4];
    private int size;
    private long buyLots;

    /**
     * Adds a step.
     *
     * @param side side of the lots
     * @param limitTicks their limit
     * @param addedLots how many more lots, negative to take lots away; no more than are there
     * @return this, with the step added
     */
    public CurveSteps add(Side side, long limitTicks, long addedLots) {
        if (side == Side.BUY) {
            buyLots += addedLots;
            insert(limitTicks + 1, -addedLots, 0);
        } else {
            insert(limitTicks, 0, addedLots);
        }
        return this;
    }

    private void insert(long turn, long demandChange, long supplyChange) {
        if (size == turns.length) {
            turns = Arrays.copyOf(turns, 2 * size);
            demand = Arrays.copyOf(demand, 2 * size);
            supply = Arrays.copyOf(supply, 2 * size);
        }
        int at = size++;
        for (; at > 0 && turns[at - 1] > turn; at--) {
            turns[at] = turns[at - 1];
            demand[at] = demand[at - 1];
            supply[at] = supply[at - 1];
        }
        turns[at] = turn;
        demand[at] = demandChange;
        supply[at] = supplyChange;
    }

    int size() {
        return size;
    }

    /** All lots added to buy: the change of demand at a price below every limit. */
    long buyLots() {
        return buyLots;
    }

    /** The tick from which on a step changes demand and supply; ascending. */
    long turn(int step) {
        return turns[step];
    }

    long demandChange(int step) {
        return demand[step];
    }

    long supplyChange(int step) {
        return supply[step];
    }
}
