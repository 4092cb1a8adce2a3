package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.book.BookAuction;
import io.attentionfutures.market.book.Fill;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketOutput.AlertRaised;
import io.attentionfutures.market.surveillance.Alert;
import io.attentionfutures.market.surveillance.CounterfactualPrice;
import io.attentionfutures.market.surveillance.Evidence;
import io.attentionfutures.market.surveillance.Surveillance;
import io.attentionfutures.market.surveillance.SurveillanceThresholds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells surveillance what accounts do and raises its alerts when a contract's gate closes. Orders
 * that trade whole or not at all are not watched.
 *
 * <p>The indicative price before and after a cancel is only worked out for an order that could
 * trade and that is not small: at least a hundredth of what the last call traded.
 */
final class Watch {
    private static final long SMALL_PARTS = 100;

    private final Segment segment;
    private final Reports reports;

    Watch(Segment segment, Reports reports) {
        this.segment = segment;
        this.reports = reports;
    }

    void entered(ContractState contract, RestingOrder order) {
        contract.conduct.onEntered(order);
    }

    /** Returns where the contract would trade, if the order can have to do with it. */
    long before(ContractState contract, RestingOrder order) {
        if (contract.quote == null
                || order.leavesLots() < contract.lastVolumeLots / SMALL_PARTS
                || !contract.book.couldTrade(order)) {
            return AuctionResult.NO_TICKS;
        }
        return indicative(contract);
    }

    private long after(ContractState contract, long beforeTicks) {
        return beforeTicks == AuctionResult.NO_TICKS ? beforeTicks : indicative(contract);
    }

    private long indicative(ContractState contract) {
        AuctionResult result = contract.quote.auction(contract, segment, 0, 0).result();
        return result.hasPrice() ? result.priceTicks() : AuctionResult.NO_TICKS;
    }

    void cancelled(ContractState contract, RestingOrder order, long lots, long beforeTicks) {
        contract.conduct.onCancelled(
                order, lots, segment.nowMillis, beforeTicks, after(contract, beforeTicks));
    }

    void replaced(
            ContractState contract,
            RestingOrder order,
            long lots,
            RestingOrder replacement,
            long beforeTicks) {
        if (replacement == order) {
            long less = lots - replacement.leavesLots();
            if (less > 0) {
                cancelled(contract, order, less, beforeTicks);
            }
            return;
        }
        contract.conduct.onReplaced(
                order,
                lots,
                replacement,
                segment.nowMillis,
                beforeTicks,
                after(contract, beforeTicks));
    }

    /** An order left without its owner's doing. */
    void removed(ContractState contract, RestingOrder order, long lots) {
        if (contract.conduct != null) {
            contract.conduct.onExpired(order, lots);
        }
    }

    /** A call is about to fill orders. */
    void called(ContractState contract, BookAuction auction) {
        if (!auction.result().hasPrice()) {
            return;
        }
        Quote quote = contract.quote;
        contract.conduct.onCall(
                segment.nowMillis,
                new CounterfactualPrice(
                        auction.levels(Side.BUY),
                        auction.levels(Side.SELL),
                        quote.ticks(),
                        quote.band()),
                auction.marketLimit(Side.BUY),
                auction.marketLimit(Side.SELL));
    }

    void filled(ContractState contract, Fill fill, long priceTicks) {
        contract.conduct.onFilled(fill.order(), fill.lots(), segment.nowMillis, priceTicks);
    }

    void uncrossed(ContractState contract, AuctionResult result) {
        contract.conduct.onUncrossed(segment.nowMillis, result);
    }

    /** The gate closes: judges what was done and forgets it. */
    void judge(ContractState contract) {
        SortedMap<String, Long> verified = new TreeMap<>();
        for (AccountState account : segment.accounts.values()) {
            Long lots = account.account.verifiedLots().get(contract.code.market());
            if (lots != null && account.account.role() == Role.PROVIDER) {
                verified.put(account.id(), lots);
            }
        }
        for (Alert alert :
                Surveillance.judge(contract.conduct, verified, SurveillanceThresholds.defaults())) {
            Map<String, String> evidence = new LinkedHashMap<>();
            for (Evidence each : alert.evidence()) {
                evidence.put(each.name(), each.value());
            }
            reports.say(
                    new AlertRaised(
                            segment.name,
                            segment.nowMillis,
                            reports.nextSequence(),
                            alert.kind().name(),
                            alert.account(),
                            alert.contract(),
                            alert.scorePerMille() / 1000.0,
                            evidence));
        }
    }
}
