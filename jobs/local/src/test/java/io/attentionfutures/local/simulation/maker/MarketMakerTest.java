package io.attentionfutures.local.simulation.maker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.local.simulation.Participant;
import io.attentionfutures.local.simulation.SimulatedExchange;
import io.attentionfutures.local.simulation.Simulation;
import io.attentionfutures.local.simulation.maker.ActionValues.Step;
import io.attentionfutures.local.simulation.population.MarketPopulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketMakerTest {
    private static final int HOURS = 48;

    @Test
    void aFixedSpreadSkewsAgainstItsInventory() {
        FixedSpread policy = new FixedSpread(0.01, 0.002, 0);

        assertThat(policy.quote(new MakerState(10, 0, 5)).skew()).isCloseTo(-0.02, within(1e-12));
        assertThat(policy.quote(new MakerState(-10, 0, 5)).skew()).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void aMakerTradesBothWaysWithinItsLimitAndHasNothingRefused() {
        MarketMaker maker = new MarketMaker(new FixedSpread(0.01, 0.002, 0));
        List<Participant> all =
                new ArrayList<>(MarketPopulation.of(1, SimulatedExchange.CAPACITY_LOTS));
        all.add(maker);
        Simulation simulation = new Simulation(1, all);

        simulation.run(HOURS);

        assertThat(maker.result().tradedLots()).isGreaterThan(500);
        assertThat(maker.result().gateLots()).isPositive().isLessThanOrEqualTo(30);
        assertThat(maker.result().effectiveSpread()).isPositive();
        assertThat(simulation.desk(maker).rejected()).isZero();
    }

    @Test
    void aWiderSpreadTradesLess() {
        MakerResult narrow = trade(new FixedSpread(0.0025, 0.001, 0));
        MakerResult wide = trade(new FixedSpread(0.04, 0.001, 0));

        assertThat(wide.tradedLots()).isLessThan(narrow.tradedLots() / 2);
        assertThat(wide.quotedSpread()).isGreaterThan(narrow.quotedSpread());
    }

    @Test
    void everyDecisionIsRewardedOnce() {
        MarketMaker maker = new MarketMaker(new FixedSpread(0.01, 0.001, 0));
        MakerTraining.trade(maker, 3, HOURS);

        assertThat(maker.trajectories()).hasSize(HOURS);
        List<Step> whole = maker.trajectories().get(HOURS - 1);
        assertThat(whole).hasSize(48);
    }

    @Test
    void learningIsRepeatable() {
        LearntPolicy one = MakerTraining.learn(5, 3, 30, weeks -> {});
        LearntPolicy two = MakerTraining.learn(5, 3, 30, weeks -> {});

        for (int lots = -30; lots <= 30; lots++) {
            for (int calls = 1; calls <= 48; calls++) {
                MakerState state = new MakerState(lots, 0.02, calls);
                assertThat(one.quote(state)).isEqualTo(two.quote(state));
            }
        }
    }

    private static MakerResult trade(MakerPolicy policy) {
        return MakerTraining.trade(new MarketMaker(policy), 1, HOURS);
    }
}
