package io.attentionfutures.training.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.DemandWindow;
import org.junit.jupiter.api.Test;

class DemandHistoriesTest {

    private static final long HOUR = 3_600_000;
    private final DemandHistories histories = new DemandHistories();

    private void hour(String market, long hour, double used) {
        histories.add(market, hour * HOUR, (hour + 1) * HOUR, new DemandWindow(used, 10, 0.5));
    }

    @Test
    void windowsGrowIntoASeries() {
        hour("a", 3, 1);
        hour("b", 3, 9);
        hour("a", 4, Double.NaN);
        DemandSeries a = histories.ofPeriod(HOUR).get(0);
        assertThat(a.market()).isEqualTo("a");
        assertThat(a.used()).containsExactly(1, Double.NaN);
        assertThat(a.window(0)).isEqualTo(new DemandWindow(1, 10, 0.5));
        assertThat(a.endMillis()).isEqualTo(5 * HOUR);
        assertThat(histories.ofPeriod(HOUR)).hasSize(2);
        assertThat(histories.ofPeriod(HOUR / 2)).isEmpty();
    }

    @Test
    void aWindowThatIsReadTwiceCountsOnce() {
        hour("a", 0, 1);
        hour("a", 1, 2);
        hour("a", 0, 1);
        hour("a", 1, 2);
        hour("a", 2, 3);
        assertThat(histories.ofPeriod(HOUR).get(0).used()).containsExactly(1, 2, 3);
    }

    @Test
    void aGapBeginsTheHistoryAnew() {
        hour("a", 0, 1);
        hour("a", 2, 3);
        assertThat(histories.ofPeriod(HOUR).get(0).used()).containsExactly(3);
    }

    @Test
    void windowsOfAnotherLengthBeginTheHistoryAnew() {
        hour("a", 0, 1);
        histories.add("a", HOUR, HOUR + HOUR / 2, DemandWindow.of(5, 10));
        assertThat(histories.ofPeriod(HOUR)).isEmpty();
        assertThat(histories.ofPeriod(HOUR / 2).get(0).used()).containsExactly(5);
    }
}
