package io.attentionfutures.market.book;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Band;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clears a list of orders in one call auction, outside any market: the same auction and the same
 * rationing as in the market, on a book made for the occasion.
 *
 * @param result price, volume with block lots, surplus and the rule that decided
 * @param filledLots lots that traded of each order, in the order in which they were given
 */
public record BookClearing(AuctionResult result, List<Long> filledLots) {
    public BookClearing {
        filledLots = List.copyOf(filledLots);
    }

    /**
     * Clears a book.
     *
     * @param orders by sequence: an earlier one has priority
     * @param referenceTicks reference price
     * @param band prices that may be published
     * @param protectionTicks how far from the reference a market order may trade; {@code
     *     Long.MAX_VALUE} for as far as the band goes
     * @param profile how the last lots are shared
     * @throws IllegalArgumentException if the protection is negative
     */
    public static BookClearing clear(
            List<BookOrder> orders,
            long referenceTicks,
            Band band,
            long protectionTicks,
            AllocationProfile profile) {
        return clear(orders, referenceTicks, band, protectionTicks, profile, 0, 0);
    }

    /**
     * Clears a book with lots of accepted block orders, which are filled before all orders.
     *
     * @param orders by sequence: an earlier one has priority
     * @param referenceTicks reference price
     * @param band prices that may be published
     * @param protectionTicks how far from the reference a market order may trade; {@code
     *     Long.MAX_VALUE} for as far as the band goes
     * @param profile how the last lots are shared
     * @param blockBuyLots lots that accepted blocks buy
     * @param blockSellLots lots that accepted blocks sell
     * @throws IllegalArgumentException if the protection is negative or not all block lots can
     *     trade
     */
    public static BookClearing clear(
            List<BookOrder> orders,
            long referenceTicks,
            Band band,
            long protectionTicks,
            AllocationProfile profile,
            long blockBuyLots,
            long blockSellLots) {
        if (protectionTicks < 0) {
            throw new IllegalArgumentException(
                    "protection must not be negative, was " + protectionTicks);
        }
        OrderBook book = new OrderBook();
        Map<String, Integer> weights = new HashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            BookOrder order = orders.get(i);
            String account = order.account() == null ? "\0" + i : order.account();
            weights.putIfAbsent(account, order.weight());
            if (order.lots() > 0) {
                book.enter(
                        account,
                        Integer.toString(i),
                        order.side(),
                        order.type(),
                        TimeInForce.GTC,
                        order.lots(),
                        order.limitTicks());
            }
        }
        BookAuction auction =
                new BookAuction(
                        book,
                        referenceTicks,
                        band,
                        protectionTicks,
                        profile,
                        weights::get,
                        blockBuyLots,
                        blockSellLots);
        Long[] filled = new Long[orders.size()];
        Arrays.fill(filled, 0L);
        for (Fill fill : auction.fills()) {
            filled[Integer.parseInt(fill.order().clientOrderId())] = fill.lots();
        }
        return new BookClearing(auction.result(), List.of(filled));
    }
}
