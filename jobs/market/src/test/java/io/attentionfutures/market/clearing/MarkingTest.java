package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.MarginRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Variation margin at a tick value of 3 and fees of 2 for each side and lot. */
class MarkingTest {
    private Exchange exchange = Margins.exchange();

    @AfterEach
    void goesOnIdenticallyWhenRestored() {
        Replay.goesOnIdentically(exchange);
    }

    @Test
    void aTradeAtTheMarkCostsOnlyItsFees() {
        deposits();

        exchange.trade("investor", "investor2", 10, 200);

        assertThat(exchange.cash("investor")).isEqualTo(10_000 - 20);
        assertThat(exchange.cash("investor2")).isEqualTo(10_000 - 20);
        assertThat(exchange.cash(ClearingHouse.FEES)).isEqualTo(40);
        assertThat(exchange.house.totalCash()).isEqualTo(40_000);
    }

    @Test
    void theOperatorTakesTheFees() {
        deposits();
        exchange.trade("investor", "investor2", 10, 200);

        exchange.withdraw(ClearingHouse.FEES, 41);
        assertThat(exchange.cash(ClearingHouse.FEES)).as("no more than there is").isEqualTo(40);
        exchange.withdraw(ClearingHouse.FEES, 40);

        assertThat(exchange.cash(ClearingHouse.FEES)).isZero();
        assertThat(exchange.house.totalCash()).isEqualTo(exchange.house.deposited());
    }

    @Test
    void positionsGainAndLoseWhatTheMarkMoves() {
        deposits();
        exchange.trade("investor", "investor2", 10, 200);

        exchange.trade("consumer", "provider", 10, 210);

        assertThat(exchange.cash("investor")).isEqualTo(10_000 - 20 + 10 * 10 * 3);
        assertThat(exchange.cash("investor2")).isEqualTo(10_000 - 20 - 10 * 10 * 3);
        assertThat(exchange.cash("consumer")).isEqualTo(10_000 - 20);
        assertThat(exchange.cash(ClearingHouse.FEES)).isEqualTo(80);

        exchange.trade("provider", "consumer", 10, 195);

        assertThat(exchange.cash("investor")).isEqualTo(10_000 - 20 - 10 * 5 * 3);
        assertThat(exchange.cash("investor2")).isEqualTo(10_000 - 20 + 10 * 5 * 3);
        assertThat(exchange.cash("consumer")).isEqualTo(10_000 - 40 - 10 * 15 * 3);
        assertThat(exchange.cash("provider")).isEqualTo(10_000 - 40 + 10 * 15 * 3);
    }

    @Test
    void aThinAuctionIsMarkedAtTheReference() {
        deposits();

        exchange.trade("investor", "investor2", 9, 220);

        assertThat(exchange.cash("investor")).isEqualTo(10_000 - 18 - 9 * 20 * 3);
        assertThat(exchange.cash("investor2")).isEqualTo(10_000 - 18 + 9 * 20 * 3);
        assertThat(exchange.free("investor")).isEqualTo(exchange.cash("investor") - 9 * 60);
    }

    @Test
    void aThinAuctionIsMarkedNoLowerThanTheBestBid() {
        deposits();
        exchange.buy("consumer", "b", 5, 212);

        exchange.trade("investor", "investor2", 9, 220);

        assertThat(exchange.cash("investor")).isEqualTo(10_000 - 18 - 9 * 8 * 3);
    }

    @Test
    void aThinAuctionIsMarkedNoHigherThanTheBestAsk() {
        deposits();
        exchange.sell("provider", "s", 5, 190);

        exchange.trade("investor", "investor2", 9, 180);

        assertThat(exchange.cash("investor")).isEqualTo(10_000 - 18 + 9 * 10 * 3);
    }

    @Test
    void theMarginOfALotFollowsTheMark() {
        deposits();
        exchange.trade("investor", "investor2", 10, 200);

        exchange.trade("consumer", "provider", 10, 250);

        assertThat(exchange.free("investor")).isEqualTo(10_000 - 20 + 10 * 50 * 3 - 10 * 75);
        assertThat(exchange.free("investor2")).isEqualTo(10_000 - 20 - 10 * 50 * 3 - 10 * 75);
        assertThat(exchange.free("provider")).isEqualTo(10_000 - 20 - 10 * 150);
    }

    /** 2.326 x 4 % x sqrt(2) x 200 x 3 x 1.25 = 98.68 at first. */
    @Test
    void theMarginOfALotFollowsItsVolatility() {
        exchange =
                Margins.exchange(
                        s -> {
                            MarginRules rules = Margins.withVolatility(0.04);
                            s.margin = rules;
                            s.listingHorizon = 30;
                        });
        deposits();
        exchange.buy("investor", "b1", 1, 200);

        assertThat(exchange.free("investor")).isEqualTo(10_000 - 99 - 2);
    }

    /** An hour's return of -10 %: sqrt(0.94 x 0.04^2 + 0.06 x 0.1^2) = 4.5869 %. */
    @Test
    void theVolatilityTakesNoteOfTheMarkOnceAnInterval() {
        exchange =
                Margins.exchange(
                        s -> {
                            MarginRules daily = Margins.withVolatility(0.04);
                            s.margin =
                                    new MarginRules(
                                            true,
                                            0,
                                            2,
                                            daily.initialVolatility(),
                                            10 * MINUTE,
                                            daily.volatilityDecay(),
                                            daily.marginPeriods(),
                                            daily.minimumFraction(),
                                            daily.buffer(),
                                            daily.maintenanceFraction(),
                                            HOUR,
                                            daily.bondFraction());
                        });
        deposits();
        exchange.trade("investor", "investor2", 10, 200);
        exchange.trade("consumer", "provider", 10, 300);
        exchange.trade("provider", "consumer", 10, 200);
        assertThat(exchange.free("investor")).isEqualTo(10_000 - 20 - 10 * 99);
        exchange.advance(8 * MINUTE);

        exchange.trade("consumer", "provider", 10, 180);

        // 2.326 x 4.5869 % x sqrt(2) x 180 x 3 x 1.25 = 101.85
        assertThat(exchange.free("investor")).isEqualTo(10_000 - 20 - 10 * 20 * 3 - 10 * 102);
    }

    @Test
    void aForecastsUncertaintyRaisesTheMargin() {
        deposits();
        exchange.buy("investor", "b1", 1, 200);
        long before = exchange.free("investor");

        exchange.forecast(900, 80, 5);

        assertThat(exchange.free("investor")).isLessThan(before - 1000);
    }

    private void deposits() {
        for (String account : new String[] {"investor", "investor2", "consumer", "provider"}) {
            exchange.deposit(account, 10_000);
        }
    }
}
