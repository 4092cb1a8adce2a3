package io.attentionfutures.local.agents;

import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.OrderSide;

/**
 * A tenant bids for what it needs in three tranches of falling value, on an uncertain view of its
 * need, and corrects the quantity as delivery comes near. Now and then it wants some hours in a row
 * or not at all.
 */
final class Tenant {
    private static final double NEED_UNCERTAINTY = 0.25;
    private static final double BLOCK_CHANCE = 0.04;
    private static final int LONGEST_BLOCK = 4;

    private final ContractRandom random;
    private final OrderWriter writer;
    private final Prices prices;

    Tenant(ContractRandom random, OrderWriter writer, Prices prices) {
        this.random = random;
        this.writer = writer;
        this.prices = prices;
    }

    void bid(double needLots) {
        long needed = random.wholeLots(needLots);
        long expected =
                random.wholeLots(needLots * StrictMath.exp(NEED_UNCERTAINTY * random.deviate()));
        long urgent = expected / 2;
        long normal = expected * 3 / 10;
        long spare = expected - urgent - normal;
        if (urgent > 0) {
            writer.limit(
                    random.between(0.02, 0.4),
                    OrderSide.BUY,
                    urgent,
                    prices.timesMarginalCost(random.between(3, 4.5)));
        }
        long normalLimit = prices.timesMarginalCost(random.between(1.7, 3.2));
        String normalOrder =
                normal == 0
                        ? null
                        : writer.limit(
                                random.between(0.05, 0.6), OrderSide.BUY, normal, normalLimit);
        String spareOrder =
                spare == 0
                        ? null
                        : writer.limit(
                                random.between(0.05, 0.6),
                                OrderSide.BUY,
                                spare,
                                prices.timesMarginalCost(random.between(0.8, 1.8)));
        double late = random.between(0.65, 0.97);
        if (needed > expected) {
            buyTheRest(late, needed - expected);
        } else if (spareOrder != null && expected - needed >= spare) {
            writer.cancel(late, spareOrder);
        } else if (normalOrder != null && random.chance(0.2)) {
            writer.replace(
                    late,
                    normalOrder,
                    normal,
                    prices.between(normalLimit, prices.timesMarginalCost(3.4)));
        }
    }

    private void buyTheRest(double late, long lots) {
        if (random.chance(0.25)) {
            writer.fillOrKill(late, OrderSide.BUY, lots, prices.timesMarginalCost(3.8));
        } else {
            writer.market(late, OrderSide.BUY, lots);
        }
    }

    /** Asks for a tenth of its need in some periods from this one on, at times. */
    void bidForBlock(double needLots, ContractSpecification specification) {
        if (!random.chance(BLOCK_CHANCE)) {
            return;
        }
        int periods = 2 + (int) random.between(0, LONGEST_BLOCK - 1);
        long lots = Math.max(1, random.wholeLots(needLots / 10));
        double after = random.between(0, 0.9);
        long limit = prices.timesMarginalCost(random.between(1.6, 3.4));
        if (periods < specification.getListingHorizon()) {
            writer.block(
                    after,
                    (periods - 1) * specification.getPeriodMillis(),
                    OrderSide.BUY,
                    periods,
                    lots,
                    limit);
        }
    }
}
