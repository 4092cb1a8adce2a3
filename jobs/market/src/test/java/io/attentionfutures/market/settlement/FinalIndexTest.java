package io.attentionfutures.market.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.auction.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalIndexTest {
    private static final Band HARD = new Band(0, 1000);

    /** Capacity 1000, reserve 50, marginal cost 150; with the error function of another library. */
    @ParameterizedTest
    @CsvSource({
        "0, 150",
        "900, 150",
        "930, 163",
        "940, 272",
        "950, 575",
        "960, 874",
        "980, 999",
        "1000, 1000",
        "1e9, 1000"
    })
    void risesInANarrowStepWhereCapacityEnds(double demand, long ticks) {
        assertThat(FinalIndex.of(demand, 1000, 50, 150, HARD).ticks()).isEqualTo(ticks);
    }

    @Test
    void staysBetweenFloorAndCap() {
        assertThat(FinalIndex.of(10, 1000, 50, 150, new Band(200, 1000)).ticks()).isEqualTo(200);
        assertThat(FinalIndex.of(10, 1000, 50, 150, new Band(0, 150)).ticks()).isEqualTo(150);
        assertThat(FinalIndex.of(2000, 1000, 50, 150, new Band(0, 150)).ticks()).isEqualTo(150);
    }

    @Test
    void isScarceWithoutCapacityAndPlentifulWithoutDemand() {
        assertThat(FinalIndex.of(1, 0, 50, 150, HARD).ticks()).isEqualTo(1000);
        assertThat(FinalIndex.of(0, 1, 0, 150, HARD).lossOfLoadProbability()).isZero();
    }

    @Test
    void refusesWhatIsNoMeasurement() {
        for (double demand : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> FinalIndex.of(demand, 1000, 50, 150, HARD))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> FinalIndex.of(900, Double.NaN, 50, 150, HARD))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
