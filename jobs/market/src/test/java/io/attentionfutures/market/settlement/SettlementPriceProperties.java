package io.attentionfutures.market.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.settlement.GateClosure.Neighbour;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class SettlementPriceProperties {
    private static final Band HARD = new Band(50, 1000);

    record Trade(long ticks, long lots) {}

    @Property
    void theAverageIsTheExactQuotientRounded(@ForAll("trades") List<Trade> trades) {
        BigDecimal turnover = BigDecimal.ZERO;
        BigDecimal lots = BigDecimal.ZERO;
        for (Trade trade : trades) {
            turnover =
                    turnover.add(
                            BigDecimal.valueOf(trade.ticks)
                                    .multiply(BigDecimal.valueOf(trade.lots)));
            lots = lots.add(BigDecimal.valueOf(trade.lots));
        }
        TradedVolume volume = volume(trades);

        assertThat(volume.lots()).isEqualTo(lots.longValueExact());
        if (volume.lots() > 0) {
            assertThat(volume.averageTicks())
                    .isEqualTo(turnover.divide(lots, 0, RoundingMode.HALF_UP).longValueExact());
        }
    }

    @Property
    void theOrderOfTradesDoesNotMatter(@ForAll("trades") List<Trade> trades) {
        List<Trade> reversed = new ArrayList<>(trades);
        Collections.reverse(reversed);

        assertThat(volume(reversed)).isEqualTo(volume(trades));
    }

    @Property
    void staysBetweenFloorAndCapAndNamesTheBestTier(
            @ForAll("trades") List<Trade> trades,
            @ForAll @LongRange(min = -400, max = 1200) long last,
            @ForAll @LongRange(min = -200, max = 1200) long bid,
            @ForAll @LongRange(min = -200, max = 1200) long ask,
            @ForAll @LongRange(min = 0, max = 1200) long reference,
            @ForAll("neighbours") Neighbour neighbour) {
        TradedVolume window = trades.size() > 3 ? volume(trades) : TradedVolume.NONE;
        SettlementPrice price =
                SettlementPrice.of(
                        new GateClosure(window, last, bid, ask, reference, neighbour), HARD);

        assertThat(price.ticks()).isBetween(50L, 1000L);
        boolean traded = window.lots() > 0 || last >= 0;
        assertThat(price.tier().traded()).isEqualTo(traded);
        if (price.tier() == SettlementTier.LAST_TRADE && bid >= 0 && bid <= ask) {
            assertThat(price.ticks()).isBetween(HARD.clamp(bid), HARD.clamp(ask));
        }
        if (price.tier() == SettlementTier.NEIGHBOUR) {
            boolean rose = neighbour.settlement().ticks() >= neighbour.referenceTicks();
            long change = price.ticks() - HARD.clamp(reference);
            assertThat(rose ? change >= 0 : change <= 0).isTrue();
        }
    }

    @Provide
    static Arbitrary<List<Trade>> trades() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1 << 30),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 5),
                                Arbitraries.longs().between(0, 1L << 40)))
                .as(Trade::new)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    static Arbitrary<Neighbour> neighbours() {
        return Combinators.combine(
                        Arbitraries.longs().between(50, 1000),
                        Arbitraries.of(SettlementTier.class),
                        Arbitraries.longs().between(0, 1200))
                .as(
                        (settled, tier, reference) ->
                                new Neighbour(new SettlementPrice(settled, tier), reference))
                .injectNull(0.2);
    }

    private static TradedVolume volume(List<Trade> trades) {
        TradedVolume volume = TradedVolume.NONE;
        for (Trade trade : trades) {
            volume = volume.plus(trade.ticks, trade.lots);
        }
        return volume;
    }
}
