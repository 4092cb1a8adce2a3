package io.attentionfutures.market.clearing;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a clearing segment stands, for those who watch over it. Money in minor units.
 *
 * @param clockMillis the segment's clock, in milliseconds since 1970
 * @param restingOrders orders in all books, blocks not among them
 * @param calledAccounts accounts that were called for margin or are liquidated
 * @param marginShortfall what their cash lacks to the margin that they must maintain, in total
 * @param cashImbalance cash of all accounts less what was deposited: zero, or money was made or
 *     lost
 * @param lotImbalance lots by which the positions of contracts do not sum to zero, over all
 *     contracts: zero, or a fill had one side only
 * @param markets how each market stands, by name
 */
public record SegmentSummary(
        long clockMillis,
        int restingOrders,
        int calledAccounts,
        BigInteger marginShortfall,
        BigInteger cashImbalance,
        long lotImbalance,
        Map<String, MarketSummary> markets) {
    public SegmentSummary {
        markets = Collections.unmodifiableMap(new TreeMap<>(markets));
    }

    /**
     * How a market stands.
     *
     * @param openContracts contracts that trade, halted ones among them
     * @param haltedContracts contracts that neither are called nor take orders until a regulator
     *     resumes them
     * @param deliveringContracts contracts whose gate has closed and that are not yet settled
     * @param lastPriceTicks latest auction price of the contract that closes first of those that
     *     have one, negative if none has
     * @param referenceTicks reference price of the contract that closes first of those that have
     *     one, negative if none has
     * @param forecastMillis when the market's forecast came, by the segment's clock; negative if
     *     none ever came
     */
    public record MarketSummary(
            int openContracts,
            int haltedContracts,
            int deliveringContracts,
            long lastPriceTicks,
            long referenceTicks,
            long forecastMillis) {
        static MarketSummary of(Market market) {
            int halted = 0;
            long lastPriceTicks = -1;
            long referenceTicks = -1;
            for (ContractState contract : market.contracts.values()) {
                halted += contract.isHalted() ? 1 : 0;
                lastPriceTicks = lastPriceTicks < 0 ? contract.lastPriceTicks : lastPriceTicks;
                if (referenceTicks < 0 && contract.quote != null) {
                    referenceTicks = contract.quote.ticks();
                }
            }
            return new MarketSummary(
                    market.contracts.size(),
                    halted,
                    market.delivering.size(),
                    lastPriceTicks,
                    referenceTicks,
                    market.forecast == null ? -1 : market.forecast.position().timeMillis());
        }
    }

    static SegmentSummary of(Segment segment) {
        int restingOrders = 0;
        long lotImbalance = 0;
        Map<String, MarketSummary> markets = new TreeMap<>();
        for (Market market : segment.markets.values()) {
            markets.put(market.name(), MarketSummary.of(market));
            for (ContractState contract : market.contracts.values()) {
                restingOrders += contract.book.size();
                lotImbalance += Math.abs(contract.netLots);
            }
            for (ContractState contract : market.delivering.values()) {
                lotImbalance += Math.abs(contract.netLots);
            }
        }
        return new SegmentSummary(
                segment.nowMillis,
                restingOrders,
                segment.called.size(),
                marginShortfall(segment),
                segment.cash.toBigInteger().subtract(segment.deposited),
                lotImbalance,
                markets);
    }

    private static BigInteger marginShortfall(Segment segment) {
        BigInteger shortfall = BigInteger.ZERO;
        for (AccountState account : segment.called) {
            shortfall =
                    shortfall.add(
                            account.maintenance
                                    .toBigInteger()
                                    .subtract(account.cash)
                                    .max(BigInteger.ZERO));
        }
        return shortfall;
    }
}
