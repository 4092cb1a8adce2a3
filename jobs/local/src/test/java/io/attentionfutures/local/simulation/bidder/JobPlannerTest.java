package io.attentionfutures.local.simulation.bidder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JobPlannerTest {
    private static final double[] INDEPENDENT = new double[8];

    @Test
    void certainPricesMeanTheCheapestHours() {
        double[][] prices = {{30, 30}, {10, 10}, {20, 20}, {40, 40}};
        JobPlanner planner = new JobPlanner(prices, INDEPENDENT, 1_000, 3);

        assertThat(planner.expectedCost(1)).isEqualTo(10);
        assertThat(planner.expectedCost(2)).isEqualTo(30);
        assertThat(planner.expectedCost(3)).isEqualTo(60);
    }

    /** Wait for the second hour's mean of 20: worth 15 by then, as 10 is taken and 30 is not. */
    @Test
    void waitingIsWorthWhatALaterChoiceSaves() {
        double[][] prices = {{10, 30}, {10, 30}, {20, 20}};
        JobPlanner planner = new JobPlanner(prices, INDEPENDENT, 1_000, 1);

        assertThat(planner.limit(2, 1)).isEqualTo(1_000);
        assertThat(planner.limit(1, 1)).isCloseTo(20, within(1e-9));
        assertThat(planner.limit(0, 1)).isCloseTo(15, within(1e-9));
        assertThat(planner.expectedCost(1)).isCloseTo(12.5, within(1e-9));
    }

    @Test
    void whoNeedsEveryHourPaysAnyPrice() {
        double[][] prices = {{10, 30}, {10, 30}};
        JobPlanner planner = new JobPlanner(prices, INDEPENDENT, 1_000, 2);

        assertThat(planner.limit(0, 2)).isCloseTo(980 + 20, within(1e-9));
        assertThat(planner.expectedCost(2)).isCloseTo(40, within(1e-9));
    }

    @Test
    void moreUncertaintyIsWorthMore() {
        double calm =
                new JobPlanner(new double[][] {{19, 21}, {19, 21}, {19, 21}}, INDEPENDENT, 99, 1)
                        .expectedCost(1);
        double wild =
                new JobPlanner(new double[][] {{5, 35}, {5, 35}, {5, 35}}, INDEPENDENT, 99, 1)
                        .expectedCost(1);

        assertThat(wild).isLessThan(calm).isLessThan(20);
    }

    @Test
    void pricesThatMoveTogetherLeaveLessToChoose() {
        double[][] prices = {{5, 35}, {5, 35}, {5, 35}};
        double apart = new JobPlanner(prices, INDEPENDENT, 99, 1).expectedCost(1);
        double together = new JobPlanner(prices, new double[] {0.95, 0.95}, 99, 1).expectedCost(1);

        assertThat(together).isGreaterThan(apart + 2).isLessThan(20);
    }

    @Test
    void buyingAheadIsWorthLessThanTheMeanWhileTheChoiceIsOpen() {
        double[][] prices = {{10, 30}, {10, 30}, {10, 30}};
        JobPlanner planner = new JobPlanner(prices, INDEPENDENT, 99, 2);

        for (int hour = 0; hour < 3; hour++) {
            assertThat(planner.limitAhead(hour, 1)).isLessThan(20);
        }
        assertThat(planner.limitAhead(0, 1)).isCloseTo(planner.expectedCost(1), within(1e-9));
    }

    @Test
    void levelsAreNormalDeviates() {
        assertThat(JobPlanner.deviates(3)[1]).isCloseTo(0, within(1e-9));
        assertThat(JobPlanner.deviates(1)[0]).isCloseTo(0, within(1e-9));
        assertThat(JobPlanner.deviates(2)[1]).isCloseTo(0.67449, within(1e-4));
    }
}
