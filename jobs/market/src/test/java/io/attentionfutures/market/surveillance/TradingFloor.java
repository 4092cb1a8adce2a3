package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.PriceLevels;
import io.attentionfutures.market.book.BookAuction;
import io.attentionfutures.market.book.Fill;
import io.attentionfutures.market.book.OrderBook;
import io.attentionfutures.market.book.RestingOrder;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A contract that trades by the minute and is watched: calls at the full minutes, the settlement
 * window starts after an hour.
 */
final class TradingFloor {
    static final long MINUTE = 60_000;
    static final long SETTLEMENT_START = 60 * MINUTE;
    static final long REFERENCE = 1000;
    static final Band BAND = new Band(0, 2000);
    private static final long PROTECTION = 200;

    final OrderBook book = new OrderBook();
    final ContractConduct conduct;
    final SurveillanceThresholds thresholds;
    final SortedMap<String, Long> verified = new TreeMap<>();
    AuctionResult last;
    long now;
    private int ids;

    TradingFloor(SurveillanceThresholds thresholds) {
        this.thresholds = thresholds;
        this.conduct = new ContractConduct("H100.EUW1", SETTLEMENT_START, thresholds);
    }

    TradingFloor() {
        this(SurveillanceThresholds.defaults());
    }

    RestingOrder buy(String account, long lots, long limit) {
        return enter(account, Side.BUY, OrderType.LIMIT, lots, limit);
    }

    RestingOrder sell(String account, long lots, long limit) {
        return enter(account, Side.SELL, OrderType.LIMIT, lots, limit);
    }

    RestingOrder enter(String account, Side side, OrderType type, long lots, long limit) {
        RestingOrder order =
                book.enter(account, "o" + ids++, side, type, TimeInForce.GTC, lots, limit);
        conduct.onEntered(order);
        return order;
    }

    void cancel(RestingOrder order) {
        if (!order.isResting()) {
            return;
        }
        long lots = order.leavesLots();
        long before = indicative();
        book.cancel(order);
        conduct.onCancelled(order, lots, now, before, indicative());
    }

    RestingOrder replace(RestingOrder order, long lots, long limit) {
        long left = order.leavesLots();
        long before = indicative();
        RestingOrder replacement = book.replace(order, "o" + ids++, lots, limit);
        conduct.onReplaced(order, left, replacement, now, before, indicative());
        return replacement;
    }

    private BookAuction auction() {
        return auction(book);
    }

    private static BookAuction auction(OrderBook book) {
        return new BookAuction(
                book, REFERENCE, BAND, PROTECTION, AllocationProfile.MAX_MIN, account -> 1);
    }

    long indicative() {
        return auction().result().priceTicks();
    }

    /** Moves on to the next full minute and calls. */
    void call() {
        now = (now / MINUTE + 1) * MINUTE;
        BookAuction auction = auction();
        last = auction.result();
        List<Fill> fills = auction.fills();
        conduct.onCall(
                now,
                new CounterfactualPrice(levels(Side.BUY), levels(Side.SELL), REFERENCE, BAND),
                BAND.marketBuyLimit(REFERENCE, PROTECTION),
                BAND.marketSellLimit(REFERENCE, PROTECTION));
        for (Fill fill : fills) {
            book.fill(fill.order(), fill.lots());
            conduct.onFilled(fill.order(), fill.lots(), now, last.priceTicks());
        }
        conduct.onUncrossed(now, last);
    }

    private PriceLevels levels(Side side) {
        TreeMap<Long, Long> sorted =
                side == Side.BUY ? new TreeMap<>(Comparator.reverseOrder()) : new TreeMap<>();
        for (RestingOrder order : book.orders()) {
            if (order.side() == side) {
                sorted.merge(effectiveLimit(order), order.leavesLots(), Long::sum);
            }
        }
        PriceLevels levels = new PriceLevels();
        sorted.forEach(levels::add);
        return levels;
    }

    private static long effectiveLimit(RestingOrder order) {
        if (order.type() == OrderType.LIMIT) {
            return order.limitTicks();
        }
        return order.side() == Side.BUY
                ? BAND.marketBuyLimit(REFERENCE, PROTECTION)
                : BAND.marketSellLimit(REFERENCE, PROTECTION);
    }

    /** Clears a book that was built anew without the account's orders. */
    AuctionResult clearedWithout(String account) {
        OrderBook others = new OrderBook();
        for (RestingOrder order : book.orders()) {
            if (!order.account().equals(account)) {
                others.enter(
                        order.account(),
                        order.clientOrderId(),
                        order.side(),
                        order.type(),
                        order.timeInForce(),
                        order.leavesLots(),
                        order.limitTicks());
            }
        }
        return auction(others).result();
    }

    /** Twenty small providers and twenty small consumers trade 200 lots at 1000, and some rest. */
    void busyMinute() {
        for (int i = 0; i < 20; i++) {
            buy("consumer" + i, 10, 1000);
            sell("provider" + i, 10, 1000);
        }
        call();
    }

    /** Small providers still offer far above the price. */
    void restingOffers() {
        for (int i = 0; i < 20; i++) {
            sell("provider" + i, 100, 1900);
        }
    }

    List<Alert> alerts() {
        return Surveillance.judge(conduct, verified, thresholds);
    }
}
