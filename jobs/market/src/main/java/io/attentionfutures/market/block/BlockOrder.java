package io.attentionfutures.market.block;

import io.attentionfutures.market.Side;
import java.util.Objects;

/**
 * An order for the same lots in each of several consecutive periods: all of them or none. With one
 * period it is a fill-or-kill order.
 *
 * @param key whatever the caller knows the block by
 * @param side side of the block
 * @param lots lots in each period, at least 1
 * @param limitTicks limit on the average price of the periods: the worst price if each period had
 *     the same
 * @param firstPeriod index of the first period
 * @param periods number of periods, at least 1
 * @param sequence priority: of two blocks alike the one with the lower sequence comes first; unique
 * @param <K> type of the key
 */
public record BlockOrder<K>(
        K key, Side side, long lots, long limitTicks, int firstPeriod, int periods, long sequence) {
    public BlockOrder {
        Objects.requireNonNull(side, "side");
        if (lots < 1 || periods < 1 || firstPeriod < 0) {
            throw new IllegalArgumentException(
                    "a block has lots, periods and a first period, was "
                            + lots
                            + " lots in "
                            + periods
                            + " periods from "
                            + firstPeriod);
        }
    }

    /** Index of the period after the last one. */
    public int endPeriod() {
        return firstPeriod + periods;
    }

    /**
     * Returns what the block gains at given prices, in ticks times lots: {@code sum(lots * (limit -
     * price))} for a buy, mirrored for a sell. Negative if it loses.
     *
     * @param priceSumTicks sum of the prices of the block's periods
     */
    public long gain(long priceSumTicks) {
        return side.sign() * lots * (periods * limitTicks - priceSumTicks);
    }
}
