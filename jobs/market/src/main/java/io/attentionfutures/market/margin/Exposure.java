package io.attentionfutures.market.margin;

import io.attentionfutures.market.Side;
import java.math.BigInteger;

/**
 * What an account may come to hold in one contract: its position and its open orders, of which any
 * may fill.
 *
 * @param positionLots net lots, positive for long
 * @param buyLots leaves of all open buys
 * @param sellLots leaves of all open sells
 */
public record Exposure(long positionLots, long buyLots, long sellLots) {
    /** Nothing held and nothing ordered. */
    public static final Exposure NONE = new Exposure(0, 0, 0);

    /** Each of the three stays below this, so that their sums fit a long. */
    private static final long LARGEST = 1L << 61;

    public Exposure {
        if (buyLots < 0 || sellLots < 0) {
            throw new IllegalArgumentException(
                    "leaves must not be negative, were " + buyLots + " and " + sellLots);
        }
        if (positionLots <= -LARGEST
                || positionLots >= LARGEST
                || buyLots >= LARGEST
                || sellLots >= LARGEST) {
            throw new IllegalArgumentException("an exposure must stay below 2^61 lots");
        }
    }

    /** Returns the exposure with an order added. */
    public Exposure plusOrder(Side side, long lots) {
        requireLots(lots);
        return side == Side.BUY
                ? new Exposure(positionLots, buyLots + lots, sellLots)
                : new Exposure(positionLots, buyLots, sellLots + lots);
    }

    /** Returns the exposure with an order, or a part of one, taken away: undoes the adding. */
    public Exposure minusOrder(Side side, long lots) {
        requireLots(lots);
        return side == Side.BUY
                ? new Exposure(positionLots, buyLots - lots, sellLots)
                : new Exposure(positionLots, buyLots, sellLots - lots);
    }

    /** Returns the exposure after lots of an open order have filled. */
    public Exposure filled(Side side, long lots) {
        Exposure rest = minusOrder(side, lots);
        return new Exposure(positionLots + side.sign() * lots, rest.buyLots, rest.sellLots);
    }

    /** Lots held long if every buy fills and no sell does; 0 if that is still short. */
    public long riskiestLong() {
        return Math.max(positionLots + buyLots, 0);
    }

    /** Lots held short, as a positive number, if every sell fills and no buy does. */
    public long riskiestShort() {
        return Math.max(sellLots - positionLots, 0);
    }

    /**
     * Returns the initial margin of the riskiest position that fills could lead to, in minor units.
     *
     * @param longPerLot margin of one lot held long, not negative
     * @param shortPerLot margin of one lot held short, not negative
     */
    public BigInteger margin(long longPerLot, long shortPerLot) {
        ExactSum sum = new ExactSum();
        addMargin(sum, longPerLot, shortPerLot);
        return sum.toBigInteger();
    }

    /** Adds {@link #margin} to a sum. */
    public void addMargin(ExactSum into, long longPerLot, long shortPerLot) {
        if (longPerLot < 0 || shortPerLot < 0) {
            throw new IllegalArgumentException("a margin per lot must not be negative");
        }
        into.addLargerProduct(longPerLot, riskiestLong(), shortPerLot, riskiestShort());
    }

    private static void requireLots(long lots) {
        if (lots < 0 || lots >= LARGEST) {
            throw new IllegalArgumentException("lots must not be negative, was " + lots);
        }
    }
}
