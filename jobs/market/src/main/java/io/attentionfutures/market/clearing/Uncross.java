package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.book.BookAuction;
import io.attentionfutures.market.book.Fill;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketOutput.DepthPublished;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.Level;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import io.attentionfutures.market.phase.CallPhase;
import io.attentionfutures.market.price.ScarcityPrice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One call of one contract. Says, in this order: the fills by sequence of their orders, the orders
 * that lived for this call only and are cancelled, the price, and the book that is left.
 *
 * <p>A call without a quote, or with the same book, reference and band as the one before, is
 * skipped without a word.
 */
final class Uncross {
    /** Levels of each side that are published. */
    static final int DEPTH = 20;

    private final Segment segment;
    private final Reports reports;

    Uncross(Segment segment, Reports reports) {
        this.segment = segment;
        this.reports = reports;
    }

    void call(ContractState contract) {
        segment.changes.touch(contract);
        contract.nextCallMillis = ContractState.NEVER;
        contract.quote = Pricing.quote(contract, segment.nowMillis);
        if (contract.quote == null
                || (!contract.bookChanged && contract.quote.sameCall(contract.calledAt))) {
            return;
        }
        Quote quote = contract.quote;
        ContractSpecification specification = contract.market.specification;
        String bookHash = contract.book.bookHash();
        BookAuction auction =
                new BookAuction(
                        contract.book,
                        quote.ticks(),
                        quote.band(),
                        specification.protectionTicks(),
                        specification.allocationProfile(),
                        segment::weightOf);
        settle(contract, auction.fills(), auction.result().priceTicks());
        for (RestingOrder order : contract.book.immediateOrders()) {
            contract.book.cancel(order);
            reports.unasked(ExecutionType.CANCELED, contract, order);
        }
        publishPrice(contract, auction.result(), bookHash);
        publishDepth(contract);
        contract.bookChanged = false;
        contract.calledAt = quote;
        if (auction.result().hasPrice()) {
            traded(contract, auction.result());
        }
    }

    private void settle(ContractState contract, List<Fill> fills, long priceTicks) {
        List<Position> traders = new ArrayList<>();
        for (Fill fill : fills) {
            RestingOrder order = fill.order();
            contract.book.fill(order, fill.lots());
            Position position = contract.positions.get(order.account());
            if (position == null) {
                position = new Position(segment.accounts.get(order.account()), 0);
                contract.positions.put(order.account(), position);
            }
            if (position.unpaidLots == 0) {
                traders.add(position);
            }
            position.unpaidLots += order.side().sign() * fill.lots();
            reports.filled(contract, order, fill.lots(), priceTicks);
        }
        long tickValue = contract.market.specification.tickValue();
        for (Position position : traders) {
            pay(contract, position, priceTicks, tickValue);
        }
    }

    /**
     * Moves the call's net lots into the position and pays for them; does nothing if they are 0.
     */
    private void pay(ContractState contract, Position position, long priceTicks, long tickValue) {
        if (position.unpaidLots == 0) {
            return;
        }
        position.lots = Math.addExact(position.lots, position.unpaidLots);
        // Lots, price and tick value at their largest do not fit a long.
        BigInteger money =
                BigInteger.valueOf(position.unpaidLots)
                        .multiply(BigInteger.valueOf(priceTicks * tickValue));
        position.account.cash = position.account.cash.subtract(money);
        position.unpaidLots = 0;
        contract.touch(position);
        segment.changes.touch(position.account);
    }

    private void traded(ContractState contract, AuctionResult result) {
        contract.lastPriceTicks = result.priceTicks();
        contract.lastVolumeLots = result.volumeLots();
        contract.lastPriceMillis = segment.nowMillis;
        contract.anchorTicks = contract.quote.ticks();
        contract.quote = Pricing.quote(contract, segment.nowMillis);
        segment.scheduleCall(contract);
    }

    private void publishPrice(ContractState contract, AuctionResult result, String bookHash) {
        Quote quote = contract.quote;
        ScarcityPrice scarcity = quote.scarcity();
        PricePublished price =
                new PricePublished(
                        segment.name,
                        segment.nowMillis,
                        reports.nextSequence(),
                        contract.name,
                        result.hasPrice() ? PriceKind.CLEARING : PriceKind.INDICATIVE,
                        result.hasPrice() ? result.priceTicks() : quote.ticks(),
                        result.volumeLots(),
                        result.surplusLots(),
                        result.step(),
                        quote.ticks(),
                        quote.reference().forecastWeight(),
                        quote.reference().marketWeight(),
                        scarcity == null ? AuctionResult.NO_TICKS : Math.round(scarcity.ticks()),
                        scarcity == null ? Double.NaN : scarcity.lossOfLoadProbability(),
                        quote.band().lowTicks(),
                        quote.band().highTicks(),
                        contract.book.bestBidTicks(),
                        contract.book.bestAskTicks(),
                        CallPhase.ENTRY,
                        null,
                        bookHash,
                        contract.previousHash);
        contract.previousHash = PriceHash.of(price);
        reports.say(price);
    }

    private void publishDepth(ContractState contract) {
        reports.say(
                new DepthPublished(
                        segment.name,
                        segment.nowMillis,
                        reports.nextSequence(),
                        contract.name,
                        levels(contract, Side.BUY),
                        levels(contract, Side.SELL)));
    }

    private static List<Level> levels(ContractState contract, Side side) {
        List<Level> levels = new ArrayList<>();
        contract.book.depth(
                side, DEPTH, (limit, lots, orders) -> levels.add(new Level(limit, lots, orders)));
        return List.copyOf(levels);
    }
}
