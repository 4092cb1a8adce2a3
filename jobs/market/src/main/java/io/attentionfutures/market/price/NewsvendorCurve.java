package io.attentionfutures.market.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How much capacity is worth booking at a price when demand is uncertain: {@code q(p) = mean +
 * deviation * quantile(1 - p / VOLL)}. A unit too many costs {@code p}; a unit too few costs the
 * value of lost load less {@code p}; the best quantity is the newsvendor's critical fractile (K.
 * Arrow, T. Harris, J. Marschak, "Optimal Inventory Policy", 1951).
 *
 * @param demand forecast of the period's demand
 * @param lostLoadTicks value of lost load, positive
 */
public record NewsvendorCurve(DemandDistribution demand, long lostLoadTicks) {
    public NewsvendorCurve {
        Objects.requireNonNull(demand, "demand");
        if (lostLoadTicks < 1) {
            throw new IllegalArgumentException(
                    "value of lost load must be positive, was " + lostLoadTicks);
        }
    }

    /**
     * A limit order to buy.
     *
     * @param limitTicks a multiple of the price increment
     * @param lots at least 1
     */
    public record Rung(long limitTicks, long lots) {}

    /**
     * Which limits a ladder may use.
     *
     * @param lowTicks lowest limit, for example the marginal cost; a price of 0 is never used, at
     *     which there is no end to what is worth booking
     * @param highTicks highest limit, at most the value of lost load counts
     * @param incrementTicks limits are multiples of this, at least 1
     * @param levels how many limits at most, at least 1
     */
    public record Grid(long lowTicks, long highTicks, long incrementTicks, int levels) {
        public Grid {
            if (lowTicks < 0 || incrementTicks < 1 || levels < 1) {
                throw new IllegalArgumentException(
                        "a grid needs a price of at least 0, an increment and a level, was "
                                + lowTicks
                                + ", "
                                + incrementTicks
                                + " and "
                                + levels);
            }
        }
    }

    /**
     * Returns the units that are worth booking at a price, at least 0.
     *
     * @param ticks more than 0 to the value of lost load
     */
    public double unitsAt(double ticks) {
        if (!(ticks > 0 && ticks <= lostLoadTicks)) {
            throw new IllegalArgumentException(
                    "price must be above 0, up to " + lostLoadTicks + " ticks, was " + ticks);
        }
        return Math.max(0, demand.exceededWith(ticks / lostLoadTicks));
    }

    /**
     * Returns limit orders that together ask for the curve: at each limit used, those at it or
     * above it add up to the whole lots that {@link #unitsAt} is worth there. Limits are evenly
     * spaced; the highest comes first; a limit at which no lot is added is left out.
     *
     * @param lotSize units in one lot, at least 1
     */
    public List<Rung> ladder(Grid grid, long lotSize) {
        if (lotSize < 1) {
            throw new IllegalArgumentException("lot size must be at least 1, was " + lotSize);
        }
        long increment = grid.incrementTicks();
        long low = -Math.floorDiv(-Math.max(1, grid.lowTicks()), increment);
        long high = Math.floorDiv(Math.min(grid.highTicks(), lostLoadTicks), increment);
        List<Rung> rungs = new ArrayList<>();
        if (high < low) {
            return rungs;
        }
        long steps = Math.min(grid.levels() - 1L, high - low);
        long asked = 0;
        for (long step = steps; step >= 0; step--) {
            long limit = increment * (steps == 0 ? low : low + (high - low) * step / steps);
            long lots = (long) (unitsAt(limit) / lotSize);
            if (lots > asked) {
                rungs.add(new Rung(limit, lots - asked));
                asked = lots;
            }
        }
        return rungs;
    }
}
