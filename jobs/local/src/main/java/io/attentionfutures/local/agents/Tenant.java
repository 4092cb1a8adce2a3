package io.attentionfutures.local.agents;

import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.OrderSide;

/**
 * A tenant bids for what it needs in three tranches of falling value, on an uncertain view of its
 * need, and corrects the quantity as delivery comes near. Now and then it wants some hours in a row
 * or not at all.
 */
final class Tenant {
    private final ContractRandom random;
    private final OrderWriter writer;
    private final Prices prices;
    private final ConsumerRules rules;

    Tenant(ContractRandom random, OrderWriter writer, Prices prices, ConsumerRules rules) {
        this.random = random;
        this.writer = writer;
        this.prices = prices;
        this.rules = rules;
    }

    void bid(double needLots) {
        long needed = random.wholeLots(needLots);
        long expected =
                random.wholeLots(needLots * StrictMath.exp(rules.uncertainty() * random.deviate()));
        long urgent = expected * rules.urgentPercent() / 100;
        long normal = expected * rules.normalPercent() / 100;
        long spare = expected - urgent - normal;
        if (urgent > 0) {
            writer.limit(
                    random.between(0.02, 0.4),
                    OrderSide.BUY,
                    urgent,
                    limit(random.between(3, 4.5)));
        }
        long normalLimit = limit(random.between(1.7, 3.2));
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
                                limit(random.between(0.8, 1.8)));
        double late = random.between(0.65, 0.97);
        if (needed > expected) {
            buyTheRest(late, needed - expected);
        } else if (spareOrder != null && expected - needed >= spare) {
            writer.cancel(late, spareOrder);
        } else if (normalOrder != null && random.chance(0.2)) {
            writer.replace(late, normalOrder, normal, prices.between(normalLimit, limit(3.4)));
        }
    }

    private void buyTheRest(double late, long lots) {
        if (random.chance(0.25)) {
            writer.fillOrKill(late, OrderSide.BUY, lots, limit(3.8));
        } else {
            writer.market(late, OrderSide.BUY, lots);
        }
    }

    /** Asks for a tenth of its need in some periods from this one on, at times. */
    void bidForBlock(double needLots, ContractSpecification specification) {
        if (!random.chance(rules.blockChance())) {
            return;
        }
        int periods = 2 + (int) random.between(0, rules.longestBlock() - 1);
        long lots = Math.max(1, random.wholeLots(needLots * rules.blockPart()));
        double after = random.between(0, 0.9);
        long limit = limit(random.between(1.6, 3.4));
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

    private long limit(double timesMarginalCost) {
        return prices.timesMarginalCost(timesMarginalCost * rules.value());
    }
}
