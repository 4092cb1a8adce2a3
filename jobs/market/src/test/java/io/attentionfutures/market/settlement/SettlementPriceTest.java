package io.attentionfutures.market.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.settlement.GateClosure.Neighbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementPriceTest {
    private static final Band HARD = new Band(50, 1000);
    private static final long NONE = -1;

    @Test
    void averagesTheWindowByVolume() {
        TradedVolume window = TradedVolume.NONE.plus(250, 10).plus(260, 20).plus(255, 5);

        SettlementPrice price =
                SettlementPrice.of(new GateClosure(window, 300, 290, 310, 240, null), HARD);

        assertThat(price).isEqualTo(new SettlementPrice(256, SettlementTier.VWAP));
    }

    @ParameterizedTest(name = "last {0}, bid {1}, ask {2} settles at {3}")
    @CsvSource({
        "250, 240, 260, 250",
        "250, 250, 250, 250",
        "250, 255, 260, 255",
        "250, 230, 245, 245",
        "250, 255,  -1, 255",
        "250,  -1, 245, 245",
        "250, 240,  -1, 250",
        "250,  -1, 260, 250",
        "250,  -1,  -1, 250",
        "250, 245, 240, 245",
        "250, 260, 240, 250",
        "20,   -1,  -1,  50",
        "0,    -1,  -1,  50",
        "1200, -1,  -1, 1000",
    })
    void movesTheLastTradeToTheQuotes(long last, long bid, long ask, long settled) {
        GateClosure closure = new GateClosure(TradedVolume.NONE, last, bid, ask, 600, null);

        assertThat(SettlementPrice.of(closure, HARD))
                .isEqualTo(new SettlementPrice(settled, SettlementTier.LAST_TRADE));
    }

    @ParameterizedTest(name = "reference {0}, neighbour {1} over {2} settles at {3}")
    @CsvSource({
        "240, 280, 250, 270",
        "240, 230, 250, 220",
        "240, 250, 250, 240",
        "900, 700, 500, 1000",
        "100,  60, 400, 50",
    })
    void followsTheNeighboursChange(
            long reference, long neighbourSettled, long neighbourReference, long settled) {
        for (SettlementTier tier :
                new SettlementTier[] {SettlementTier.VWAP, SettlementTier.LAST_TRADE}) {
            Neighbour neighbour =
                    new Neighbour(new SettlementPrice(neighbourSettled, tier), neighbourReference);

            assertThat(SettlementPrice.of(untraded(reference, neighbour), HARD))
                    .isEqualTo(new SettlementPrice(settled, SettlementTier.NEIGHBOUR));
        }
    }

    @Test
    void takesTheModelWhereNobodyTraded() {
        SettlementPrice model = new SettlementPrice(240, SettlementTier.MODEL);

        assertThat(SettlementPrice.of(untraded(240, null), HARD)).isEqualTo(model);
        for (SettlementTier tier :
                new SettlementTier[] {SettlementTier.NEIGHBOUR, SettlementTier.MODEL}) {
            Neighbour echo = new Neighbour(new SettlementPrice(300, tier), 250);
            assertThat(SettlementPrice.of(untraded(240, echo), HARD)).isEqualTo(model);
        }
    }

    @Test
    void needsAReference() {
        assertThatThrownBy(() -> untraded(-1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a settlement needs a reference, was -1");
    }

    private static GateClosure untraded(long reference, Neighbour neighbour) {
        return new GateClosure(TradedVolume.NONE, NONE, 300, 310, reference, neighbour);
    }
}
