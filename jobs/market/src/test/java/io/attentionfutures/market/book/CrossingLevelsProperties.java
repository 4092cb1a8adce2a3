package io.attentionfutures.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.CallAuction;
import io.attentionfutures.market.auction.PriceLevels;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The price from levels counted together against the price from every level. */
class CrossingLevelsProperties {
    /** Enough levels for several runs a side, and bands that cut through them. */
    @Property(tries = 600)
    void levelsBeyondThePriceMayBeCountedTogether(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 600) int levels,
            @ForAll @IntRange(max = 3_000) int orders,
            @ForAll @IntRange(min = 1, max = 40) int mostLots) {
        Random random = new Random(seed);
        int shift = random.nextInt(levels + 1) - levels / 2;
        double buyers = 0.1 + 0.8 * random.nextDouble();
        OrderBook book = new OrderBook();
        for (int i = 0; i < orders; i++) {
            Side side = random.nextDouble() < buyers ? Side.BUY : Side.SELL;
            book.enter(
                    "a",
                    Integer.toString(i),
                    side,
                    random.nextInt(200) == 0 ? OrderType.MARKET : OrderType.LIMIT,
                    TimeInForce.GTC,
                    1 + random.nextInt(mostLots),
                    1_000 + random.nextInt(levels) + (side == Side.BUY ? shift : 0));
        }
        long low = 900 + random.nextInt(levels + 200);
        Band band = new Band(low, low + random.nextInt(levels + 200));
        long reference = 900 + random.nextInt(levels + 200);
        long protection = random.nextInt(levels);
        boolean blocks = random.nextInt(3) == 0;
        assertSamePrice(
                book,
                reference,
                band,
                protection,
                blocks ? random.nextInt(50) : 0,
                blocks ? random.nextInt(50) : 0);
    }

    private static void assertSamePrice(
            OrderBook book,
            long reference,
            Band band,
            long protection,
            long blockBuyLots,
            long blockSellLots) {
        CrossingLevels crossing =
                new CrossingLevels(
                        book,
                        band,
                        band.marketBuyLimit(reference, protection),
                        band.marketSellLimit(reference, protection),
                        blockBuyLots,
                        blockSellLots);
        PriceLevels buys = new PriceLevels();
        PriceLevels sells = new PriceLevels();
        crossing.addAll(buys, sells);
        AuctionResult expected = CallAuction.clear(buys, sells, reference, band);

        PriceLevels fewBuys = new PriceLevels();
        PriceLevels fewSells = new PriceLevels();
        crossing.addForPrice(fewBuys, fewSells);
        assertThat(CallAuction.clear(fewBuys, fewSells, reference, band)).isEqualTo(expected);
        assertThat(fewBuys.size()).isLessThanOrEqualTo(buys.size());
        if (expected.volumeLots() >= Math.max(blockBuyLots, blockSellLots)) {
            BookAuction auction =
                    new BookAuction(
                            book,
                            reference,
                            band,
                            protection,
                            AllocationProfile.MAX_MIN,
                            account -> 1,
                            blockBuyLots,
                            blockSellLots);
            assertThat(auction.levels(Side.BUY).size()).isEqualTo(buys.size());
            long bought = 0;
            long sold = 0;
            for (Fill fill : auction.fills()) {
                bought += fill.order().side() == Side.BUY ? fill.lots() : 0;
                sold += fill.order().side() == Side.SELL ? fill.lots() : 0;
            }
            assertThat(bought + blockBuyLots).isEqualTo(expected.volumeLots());
            assertThat(sold + blockSellLots).isEqualTo(expected.volumeLots());
        }
    }
}
