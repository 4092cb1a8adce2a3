package io.attentionfutures.market.auction;

import io.attentionfutures.market.Side;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Both sides of a book by limit, to be changed and turned into {@link PriceLevels}. */
public final class Levels {
    private final TreeMap<Long, Long> buys = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> sells = new TreeMap<>();

    /** Adds lots at a limit, negative to take them away. */
    public Levels add(Side side, long limitTicks, long lots) {
        (side == Side.BUY ? buys : sells).merge(limitTicks, lots, Long::sum);
        return this;
    }

    public Levels copy() {
        Levels copy = new Levels();
        copy.buys.putAll(buys);
        copy.sells.putAll(sells);
        return copy;
    }

    public PriceLevels of(Side side) {
        PriceLevels levels = new PriceLevels();
        for (Map.Entry<Long, Long> level : (side == Side.BUY ? buys : sells).entrySet()) {
            levels.add(level.getKey(), level.getValue());
        }
        return levels;
    }

    public AuctionResult clear(long referenceTicks, Band band) {
        return CallAuction.clear(of(Side.BUY), of(Side.SELL), referenceTicks, band);
    }

    public PriceCurve curve(long referenceTicks, Band band) {
        return PriceCurve.of(of(Side.BUY), of(Side.SELL), referenceTicks, band);
    }
}
