package io.attentionfutures.market.auction;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.book.BookOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** The auction's rules taken literally: looks at every tick of the band. */
final class FullTickScan {
    private final List<BookOrder> orders;
    private final long reference;
    private final Band band;
    private final long protection;

    FullTickScan(List<BookOrder> orders, long reference, Band band, long protection) {
        this.orders = orders;
        this.reference = reference;
        this.band = band;
        this.protection = protection;
    }

    AuctionResult result() {
        List<Long> ticks = new ArrayList<>();
        LongStream.rangeClosed(band.lowTicks(), band.highTicks()).forEach(ticks::add);
        long volume = ticks.stream().mapToLong(this::volume).max().orElse(0);
        if (volume == 0) {
            return result(-1, 0, 0, RuleStep.NO_PRICE);
        }
        List<Long> maximal = ticks.stream().filter(p -> volume(p) == volume).toList();
        long least = maximal.stream().mapToLong(p -> Math.abs(surplus(p))).min().orElseThrow();
        List<Long> best = maximal.stream().filter(p -> Math.abs(surplus(p)) == least).toList();
        long lowest = best.get(0);
        long highest = best.get(best.size() - 1);
        if (best.size() == 1) {
            return priced(lowest, maximal.size() == 1 ? RuleStep.UNIQUE : RuleStep.MIN_SURPLUS);
        }
        if (least == 0) {
            return priced(clamp(lowest, highest), RuleStep.REFERENCE);
        }
        if (best.stream().allMatch(p -> surplus(p) > 0)) {
            return priced(highest, RuleStep.PRESSURE_BUY);
        }
        if (best.stream().allMatch(p -> surplus(p) < 0)) {
            return priced(lowest, RuleStep.PRESSURE_SELL);
        }
        long a = best.stream().filter(p -> surplus(p) > 0).mapToLong(p -> p).max().orElseThrow();
        long b = best.stream().filter(p -> surplus(p) < 0).mapToLong(p -> p).min().orElseThrow();
        return priced(clamp(a, b), RuleStep.REFERENCE);
    }

    private AuctionResult priced(long price, RuleStep step) {
        return result(price, volume(price), surplus(price), step);
    }

    private AuctionResult result(long price, long volume, long surplus, RuleStep step) {
        long bid = limits(Side.BUY).max().orElse(AuctionResult.NO_TICKS);
        long ask = limits(Side.SELL).min().orElse(AuctionResult.NO_TICKS);
        return new AuctionResult(price, volume, surplus, step, bid, ask);
    }

    private LongStream limits(Side side) {
        return orders.stream()
                .filter(o -> o.side() == side && o.type() == OrderType.LIMIT && o.lots() > 0)
                .mapToLong(BookOrder::limitTicks);
    }

    private long clamp(long low, long high) {
        return Math.max(low, Math.min(high, reference));
    }

    long volume(long price) {
        return Math.min(demand(price), supply(price));
    }

    long surplus(long price) {
        return demand(price) - supply(price);
    }

    private long demand(long price) {
        return lots(Side.BUY, limit -> limit >= price);
    }

    private long supply(long price) {
        return lots(Side.SELL, limit -> limit <= price);
    }

    private long lots(Side side, LongPredicate takesPart) {
        return orders.stream()
                .filter(o -> o.side() == side && takesPart.test(effectiveLimit(o)))
                .mapToLong(BookOrder::lots)
                .sum();
    }

    /** Limit that an order takes part with. */
    long effectiveLimit(BookOrder order) {
        if (order.type() == OrderType.LIMIT) {
            return order.limitTicks();
        }
        return order.side() == Side.BUY
                ? Math.max(band.lowTicks(), Math.min(band.highTicks(), reference + protection))
                : Math.min(band.highTicks(), Math.max(band.lowTicks(), reference - protection));
    }
}
