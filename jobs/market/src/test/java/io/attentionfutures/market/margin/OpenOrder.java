package io.attentionfutures.market.margin;

import io.attentionfutures.market.Side;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** An open order in margin tests, and what an account needs for a position and such orders. */
record OpenOrder(Side side, long limitTicks, long lots) {
    static final long TICK_VALUE = 3;

    static Arbitrary<OpenOrder> any() {
        return Combinators.combine(
                        Arbitraries.of(Side.class),
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.longs().between(1, 20))
                .as(OpenOrder::new);
    }

    static Exposure exposure(long position, List<OpenOrder> orders) {
        Exposure exposure = new Exposure(position, 0, 0);
        for (OpenOrder order : orders) {
            exposure = exposure.plusOrder(order.side, order.lots);
        }
        return exposure;
    }

    /** Margin and locked losses. */
    static BigInteger onMargin(
            long position, List<OpenOrder> orders, long mark, long longPerLot, long shortPerLot) {
        return orders.stream()
                .map(order -> order.lockedLoss(mark))
                .reduce(
                        exposure(position, orders).margin(longPerLot, shortPerLot),
                        BigInteger::add);
    }

    static BigInteger inFull(long position, List<OpenOrder> orders, long mark) {
        BigInteger openBuys =
                orders.stream()
                        .filter(order -> order.side == Side.BUY)
                        .map(o -> PaymentInFull.ofBuy(o.limitTicks, o.lots, TICK_VALUE))
                        .reduce(BigInteger.ZERO, BigInteger::add);
        return PaymentInFull.requirement(position, mark, TICK_VALUE, openBuys);
    }

    BigInteger lockedLoss(long mark) {
        return LockedLoss.of(side, limitTicks, mark, lots, TICK_VALUE);
    }
}
