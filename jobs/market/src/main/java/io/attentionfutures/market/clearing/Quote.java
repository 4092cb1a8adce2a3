package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.book.BookAuction;
import io.attentionfutures.market.price.PriceSignal;
import io.attentionfutures.market.price.ReferencePrice;
import io.attentionfutures.market.price.ScarcityPrice;

/**
 * What a contract's next call starts from.
 *
 * @param reference reference price
 * @param scarcity scarcity price, null without a forecast
 * @param autoregressive signal of the market's past periods, null if it does not count
 * @param stressTicks how far the scarcity price would move were the forecast wrong, 0 without one
 * @param band prices that may be published and that limits may have
 */
record Quote(
        ReferencePrice reference,
        ScarcityPrice scarcity,
        PriceSignal autoregressive,
        double stressTicks,
        Band band) {
    long ticks() {
        return reference.ticks();
    }

    /** Finds the price of a contract's book at this quote, with some lots of blocks. */
    BookAuction auction(
            ContractState contract, Segment segment, long blockBuyLots, long blockSellLots) {
        ContractSpecification rules = contract.rules();
        return new BookAuction(
                contract.book,
                ticks(),
                band,
                rules.protectionTicks(),
                rules.allocationProfile(),
                segment::weightOf,
                blockBuyLots,
                blockSellLots);
    }

    /** Returns whether a call at either gives the same price from the same orders. */
    boolean sameCall(Quote other) {
        return other != null && ticks() == other.ticks() && band.equals(other.band);
    }
}
