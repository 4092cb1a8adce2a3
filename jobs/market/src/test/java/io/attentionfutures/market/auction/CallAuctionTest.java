package io.attentionfutures.market.auction;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.book.BookClearing;
import io.attentionfutures.market.book.BookOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallAuctionTest {
    /** Orders are {@code LOTS@LIMIT}, or {@code LOTS@M} without a limit. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
"""
one tick has most volume              | 200@202 200@201 300@200 | 100@200 200@198 400@197 | 200 | 147 252 | 200 | 700 | 0 | UNIQUE
more demand on every best tick        | 400@202 200@201 | 300@199 200@198 | 200 | 148 252 | 201 | 500 | 100 | PRESSURE_BUY
more supply on every best tick        | 300@202 200@201 | 400@199 200@198 | 200 | 148 252 | 199 | 500 | -100 | PRESSURE_SELL
market orders meet at the reference   | 100@M 100@199 | 100@202 100@M | 201 | 149 252 | 201 | 100 | 0 | REFERENCE
balanced, reference inside            | 300@202 200@201 | 300@199 200@198 | 200 | 148 252 | 200 | 500 | 0 | REFERENCE
balanced, reference above             | 300@202 200@201 | 300@199 200@198 | 202 | 148 252 | 201 | 500 | 0 | REFERENCE
balanced, reference below             | 300@202 200@201 | 300@199 200@198 | 199 | 148 252 | 199 | 500 | 0 | REFERENCE
bid below ask                         | 80@200 80@199 | 80@201 | 200 | 149 251 | -1 | 0 | 0 | NO_PRICE
heavy side is rationed at the price   | 300@200 300@200 | 400@200 | 200 | 150 250 | 200 | 400 | 200 | UNIQUE
volume goes before surplus            | 300@200 200@199 300@198 100@196 | 100@200 300@198 400@197 | 198 | 146 250 | 198 | 700 | 100 | UNIQUE
market orders among limits            | 50@M 90@1010 10@990 | 40@M 100@1008 60@1015 | 1000 | 940 1065 | 1008 | 140 | 0 | REFERENCE
more market orders raise the price    | 50@M 90@1010 10@990 20@M | 40@M 100@1008 60@1015 | 1000 | 940 1065 | 1010 | 140 | 20 | PRESSURE_BUY
market buy against one ask below      | 40@M | 40@998 | 1000 | 948 1048 | 1000 | 40 | 0 | REFERENCE
market buy against one larger ask     | 40@M | 41@998 | 1000 | 948 1048 | 998 | 40 | -1 | PRESSURE_SELL
market buy against one ask above      | 40@M | 40@1002 | 1000 | 952 1052 | 1002 | 40 | 0 | REFERENCE
one side is empty                     | 10@150 5@M | | 155 | 100 200 | -1 | 0 | 0 | NO_PRICE
nothing at all                        | | | 155 | 105 205 | -1 | 0 | 0 | NO_PRICE
surplus changes sign, reference below | 30@200 30@120 | 30@180 30@100 | 90 | 50 250 | 121 | 30 | 0 | REFERENCE
thin supply lifts to the band's end   | 100@M | 50@150 | 170 | 100 200 | 200 | 50 | 50 | PRESSURE_BUY
orders of no lots do not count        | 100@M 0@199 | 100@M 0@202 | 201 | 149 252 | 201 | 100 | 0 | REFERENCE
surplus decides among equal volume    | 10@105 5@103 | 12@100 3@102 | 110 | 90 120 | 103 | 15 | 0 | REFERENCE
one tick of equal volume has least    | 10@101 5@100 | 10@100 2@101 | 90 | 90 120 | 101 | 10 | -2 | MIN_SURPLUS
both signs, nothing balanced          | 10@101 4@100 | 10@100 4@101 | 100 | 90 120 | 100 | 10 | 4 | REFERENCE
both signs, reference above           | 10@101 4@100 | 10@100 4@101 | 119 | 90 120 | 101 | 10 | -4 | REFERENCE
""")
    void findsThePrice(
            String what,
            String buys,
            String sells,
            long reference,
            String band,
            long price,
            long volume,
            long surplus,
            RuleStep step) {
        AuctionResult result = clear(orders(buys, sells), reference, band(band)).result();

        assertThat(result.step()).as(what).isEqualTo(step);
        assertThat(result.priceTicks()).isEqualTo(price);
        assertThat(result.volumeLots()).isEqualTo(volume);
        assertThat(result.surplusLots()).isEqualTo(surplus);
        assertThat(result.hasPrice()).isEqualTo(step != RuleStep.NO_PRICE);
    }

    /** Two delivery hours, alone and with the 20 lots of a sell block in each. */
    @ParameterizedTest
    @CsvSource({
        "30@300, 20@150 30@280, 280",
        "30@300, 20@150 30@280 20@0, 150",
        "30@200, 25@120 30@190, 190",
        "30@200, 25@120 30@190 20@0, 120",
    })
    void aSellBlockLowersThePricesOfItsHours(String buys, String sells, long price) {
        assertThat(clear(orders(buys, sells), 200, new Band(0, 1000)).result().priceTicks())
                .isEqualTo(price);
    }

    @Test
    void namesTheBestLimitsWithoutMarketOrders() {
        AuctionResult result =
                clear(orders("10@150 5@140", "10@160 3@170"), 155, new Band(100, 200)).result();

        assertThat(result.bestBidTicks()).isEqualTo(150);
        assertThat(result.bestAskTicks()).isEqualTo(160);

        AuctionResult market = clear(orders("10@M", ""), 155, new Band(100, 200)).result();

        assertThat(market.bestBidTicks()).isEqualTo(AuctionResult.NO_TICKS);
        assertThat(market.bestAskTicks()).isEqualTo(AuctionResult.NO_TICKS);
    }

    @Test
    void protectsMarketOrdersByTheirDistanceFromTheReference() {
        List<BookOrder> orders = orders("40@M", "40@1002");

        assertThat(clear(orders, 1000, new Band(900, 1100), 1).result().step())
                .isEqualTo(RuleStep.NO_PRICE);
        assertThat(clear(orders, 1000, new Band(900, 1100), 2).result().priceTicks())
                .isEqualTo(1002);
    }

    @Test
    void keepsTheProtectionOfMarketOrdersInTheBand() {
        Band band = new Band(100, 200);

        assertThat(band.marketBuyLimit(150, 20)).isEqualTo(170);
        assertThat(band.marketBuyLimit(190, 20)).isEqualTo(200);
        assertThat(band.marketBuyLimit(50, 20)).isEqualTo(100);
        assertThat(band.marketSellLimit(150, 20)).isEqualTo(130);
        assertThat(band.marketSellLimit(110, 20)).isEqualTo(100);
        assertThat(band.marketBuyLimit(150, Long.MAX_VALUE)).isEqualTo(200);
        assertThat(band.marketSellLimit(150, Long.MAX_VALUE)).isEqualTo(100);
    }

    @Test
    void fillsBetterLimitsFirstEvenBeyondTheBand() {
        BookClearing cleared =
                clear(orders("10@200 10@210 10@220", "25@150"), 160, new Band(100, 200));

        assertThat(cleared.result().priceTicks()).isEqualTo(200);
        assertThat(cleared.filledLots()).containsExactly(5L, 10L, 10L, 25L);
    }

    private static BookClearing clear(List<BookOrder> orders, long reference, Band band) {
        return clear(orders, reference, band, Long.MAX_VALUE);
    }

    private static BookClearing clear(
            List<BookOrder> orders, long reference, Band band, long protection) {
        return BookClearing.clear(orders, reference, band, protection, AllocationProfile.MAX_MIN);
    }

    private static List<BookOrder> orders(String buys, String sells) {
        List<BookOrder> orders = new ArrayList<>();
        add(orders, Side.BUY, buys);
        add(orders, Side.SELL, sells);
        return orders;
    }

    private static void add(List<BookOrder> orders, Side side, String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        for (String order : text.split(" ")) {
            String[] parts = order.split("@");
            long lots = Long.parseLong(parts[0]);
            orders.add(
                    parts[1].equals("M")
                            ? BookOrder.market(side, lots)
                            : BookOrder.limit(side, lots, Long.parseLong(parts[1])));
        }
    }

    private static Band band(String text) {
        String[] ends = text.split(" ");
        return new Band(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }
}
