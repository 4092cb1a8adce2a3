package io.attentionfutures.local.agents;

import io.attentionfutures.schemas.OrderSide;

/**
 * Those who neither have nor need capacity. Two quote around a seasonal view of the price, one with
 * early buys, one with early sells. A third bets on its direction with little money, and holds on.
 */
final class Investor {
    static final String BUYS_FIRST = "investor-alpha";
    static final String SELLS_FIRST = "investor-beta";
    static final String SPECULATOR = "investor-gamma";

    /** Part of the capacity that a quote is for. */
    static final double QUOTE_SHARE = 0.01;

    /** Part of the capacity that a bet is for. */
    static final double BET_SHARE = 0.02;

    private static final double BET_CHANCE = 0.5;

    private Investor() {}

    static void quote(
            ContractRandom random,
            OrderWriter writer,
            Prices prices,
            double capacityLots,
            boolean buysFirst) {
        long size = Math.max(1, random.wholeLots(capacityLots * QUOTE_SHARE));
        double view = random.between(1.5, 2.4);
        double first = random.between(0.1, 0.45);
        double second = random.between(0.5, 0.9);
        double expiry = random.between(0.92, 0.99);
        long bid = prices.timesMarginalCost(view * 0.88);
        long ask = prices.timesMarginalCost(view * 1.12);
        writer.goodTill(buysFirst ? first : second, expiry, OrderSide.BUY, size, bid);
        writer.goodTill(buysFirst ? second : first, expiry, OrderSide.SELL, size, ask);
    }

    static void bet(ContractRandom random, OrderWriter writer, double capacityLots) {
        if (random.chance(BET_CHANCE)) {
            OrderSide side = random.chance(0.5) ? OrderSide.BUY : OrderSide.SELL;
            writer.market(
                    random.between(0.4, 0.8),
                    side,
                    Math.max(1, random.wholeLots(capacityLots * BET_SHARE)));
        }
    }
}
