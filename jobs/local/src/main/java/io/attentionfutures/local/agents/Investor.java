package io.attentionfutures.local.agents;

import io.attentionfutures.schemas.OrderSide;

/**
 * Those who neither have nor need capacity. Some quote around a seasonal view of the price, with
 * early buys or with early sells. Others bet on its direction with little money, and hold on.
 */
final class Investor {
    private Investor() {}

    /** Quotes in each part of the contract's life, as often as the rules say. */
    static void quote(
            ContractRandom random,
            OrderWriter writer,
            Prices prices,
            double capacityLots,
            InvestorRules rules) {
        boolean buysFirst = rules.style() == InvestorRules.Style.BUYS_FIRST;
        int rounds = rules.quotes();
        for (int round = 0; round < rounds; round++) {
            long size = Math.max(1, random.wholeLots(capacityLots * rules.share()));
            double view = random.between(1.5, 2.4);
            double first = (round + random.between(0.1, 0.45)) / rounds;
            double second = (round + random.between(0.5, 0.9)) / rounds;
            double expiry = (round + random.between(0.92, 0.99)) / rounds;
            long bid = prices.timesMarginalCost(view * 0.88);
            long ask = prices.timesMarginalCost(view * 1.12);
            writer.goodTill(buysFirst ? first : second, expiry, OrderSide.BUY, size, bid);
            writer.goodTill(buysFirst ? second : first, expiry, OrderSide.SELL, size, ask);
        }
    }

    static void bet(
            ContractRandom random, OrderWriter writer, double capacityLots, InvestorRules rules) {
        if (random.chance(rules.chance())) {
            OrderSide side = random.chance(0.5) ? OrderSide.BUY : OrderSide.SELL;
            writer.market(
                    random.between(0.4, 0.8),
                    side,
                    Math.max(1, random.wholeLots(capacityLots * rules.share())));
        }
    }
}
