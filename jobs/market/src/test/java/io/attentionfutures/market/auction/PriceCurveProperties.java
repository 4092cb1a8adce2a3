package io.attentionfutures.market.auction;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A price curve answers as the auction does on the levels it stands for. */
class PriceCurveProperties {
    record Step(Side side, long limit, long lots) {}

    record Market(List<Step> orders, long reference, Band band) {
        Levels levels() {
            Levels levels = new Levels();
            orders.forEach(order -> levels.add(order.side, order.limit, order.lots));
            return levels;
        }
    }

    @Property(tries = 3000)
    void lotsAtAnyPriceAreLimitsAtTheBandsEnds(
            @ForAll("markets") Market market,
            @ForAll @LongRange(max = 40) long buyLots,
            @ForAll @LongRange(max = 40) long sellLots) {
        Levels more =
                market.levels()
                        .add(Side.BUY, market.band.highTicks(), buyLots)
                        .add(Side.SELL, market.band.lowTicks(), sellLots);

        assertThat(market.levels().curve(market.reference, market.band).clear(buyLots, sellLots))
                .isEqualTo(more.clear(market.reference, market.band));
    }

    @Property(tries = 5000)
    void stepsAreLevelsAddedAndTakenAway(
            @ForAll("markets") Market market,
            @ForAll("steps") @Size(max = 8) List<Step> added,
            @ForAll long seed) {
        CurveSteps steps = new CurveSteps();
        Levels changed = market.levels();
        for (Step step : added) {
            steps.add(step.side, step.limit, step.lots);
            changed.add(step.side, step.limit, step.lots);
        }
        Random random = new Random(seed);
        for (Step order : market.orders) {
            if (random.nextInt(3) == 0) {
                long lots = random.nextInt((int) order.lots + 1);
                steps.add(order.side, order.limit, -lots);
                changed.add(order.side, order.limit, -lots);
            }
        }

        assertThat(market.levels().curve(market.reference, market.band).clear(steps))
                .isEqualTo(changed.clear(market.reference, market.band));
    }

    @Property
    void withoutStepsItIsTheAuction(@ForAll("markets") Market market) {
        AuctionResult auction = market.levels().clear(market.reference, market.band);
        PriceCurve curve = market.levels().curve(market.reference, market.band);

        assertThat(curve.clear()).isEqualTo(auction);
        assertThat(curve.clear(new CurveSteps())).isEqualTo(auction);
    }

    @Test
    void equalsTheAuctionWhateverRuleDecides() {
        Random random = new Random(7);
        Set<RuleStep> seen = EnumSet.noneOf(RuleStep.class);
        for (int round = 0; round < 20_000; round++) {
            Levels levels = new Levels();
            for (int order = random.nextInt(12); order > 0; order--) {
                levels.add(
                        random.nextBoolean() ? Side.BUY : Side.SELL,
                        random.nextInt(30),
                        random.nextInt(6));
            }
            Band band = new Band(random.nextInt(10), 10 + random.nextInt(25));
            long reference = random.nextInt(40);
            long buyLots = random.nextInt(6);
            AuctionResult result = levels.curve(reference, band).clear(buyLots, 0);
            seen.add(result.step());

            assertThat(result)
                    .isEqualTo(
                            levels.add(Side.BUY, band.highTicks(), buyLots).clear(reference, band));
        }
        assertThat(seen).containsExactlyInAnyOrder(RuleStep.values());
    }

    @Provide
    static Arbitrary<Market> markets() {
        return Combinators.combine(
                        step().list().ofMaxSize(14),
                        Arbitraries.longs().between(0, 45),
                        Arbitraries.longs().between(0, 25),
                        Arbitraries.longs().between(0, 25))
                .as(
                        (orders, reference, low, width) ->
                                new Market(orders, reference, new Band(low, low + width)));
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        return step().list().ofMaxSize(8);
    }

    private static Arbitrary<Step> step() {
        return Combinators.combine(
                        Arbitraries.of(Side.values()),
                        Arbitraries.longs().between(0, 45),
                        Arbitraries.longs().between(0, 12))
                .as(Step::new);
    }
}
