package io.attentionfutures.local.simulation.maker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.local.simulation.SeededRandom;
import io.attentionfutures.local.simulation.maker.ActionValues.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionValuesTest {
    @Test
    void theMeanRewardOfALastStepIsLearnt() {
        ActionValues values = new ActionValues();
        SeededRandom random = new SeededRandom(1, "rewards");
        for (int i = 0; i < 5_000; i++) {
            int action = random.whole(0, QuotingGrid.ACTIONS - 1);
            double reward = (action == 7 ? 0.3 : 0) + random.deviate();
            values.learn(List.of(new Step(4, action, reward)), 0.1);
        }

        assertThat(values.best(4)).isEqualTo(7);
        assertThat(values.value(4, 7)).isCloseTo(0.3, within(0.2));
    }

    /** Action 3 costs 1 now and leads to a state that earns 5; action 0 earns 2 at once. */
    @Test
    void whatComesLaterCountsAsMuchAsWhatComesNow() {
        ActionValues values = new ActionValues();
        for (int i = 0; i < 300; i++) {
            values.learn(List.of(new Step(1, 3, -1), new Step(2, 5, 5)), 0);
            values.learn(List.of(new Step(1, 0, 2)), 0);
        }

        assertThat(values.best(1)).isEqualTo(3);
        assertThat(values.value(1, 3)).isCloseTo(4, within(0.05));
    }

    @Test
    void explorationCountsForTheValueOfAState() {
        ActionValues values = new ActionValues();
        for (int i = 0; i < 300; i++) {
            values.learn(List.of(new Step(1, 0, 0), new Step(2, 5, 15)), 0.5);
        }

        double expected = 0.5 * 15 + 0.5 * 15 / QuotingGrid.ACTIONS;
        assertThat(values.value(1, 0)).isCloseTo(expected, within(0.2));
    }

    @Test
    void everyStateHasANumberOfItsOwn() {
        assertThat(QuotingGrid.state(new MakerState(-30, 0, 1))).isZero();
        assertThat(QuotingGrid.state(new MakerState(30, 1, 48))).isEqualTo(QuotingGrid.STATES - 1);
        assertThat(QuotingGrid.state(new MakerState(0, 0.02, 5)))
                .isNotEqualTo(QuotingGrid.state(new MakerState(0, 0.02, 7)));
        assertThat(QuotingGrid.state(new MakerState(4, 0.02, 5)))
                .isNotEqualTo(QuotingGrid.state(new MakerState(-4, 0.02, 5)));
    }
}
