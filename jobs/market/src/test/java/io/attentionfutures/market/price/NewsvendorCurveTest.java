package io.attentionfutures.market.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.market.price.NewsvendorCurve.Grid;
import io.attentionfutures.market.price.NewsvendorCurve.Rung;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsvendorCurveTest {
    private static final NewsvendorCurve CURVE =
            new NewsvendorCurve(DemandDistribution.normal(600, 60), 1000);

    @ParameterizedTest
    @CsvSource({"900, 523.11", "500, 600", "100, 676.89"})
    void asksForTheCriticalFractile(double ticks, double units) {
        assertThat(CURVE.unitsAt(ticks)).isCloseTo(units, within(0.005));
    }

    @Test
    void asksForTheQuantileOfAForecastByQuantiles() {
        NewsvendorCurve curve =
                new NewsvendorCurve(
                        DemandDistribution.ofQuantiles(
                                600,
                                60,
                                new double[] {0.1, 0.5, 0.9},
                                new double[] {520, 600, 700}),
                        1000);

        assertThat(curve.unitsAt(500)).isCloseTo(600, within(1e-9));
        assertThat(curve.unitsAt(700)).isCloseTo(560, within(1e-9));
        assertThat(curve.unitsAt(300)).isCloseTo(650, within(1e-9));
        assertThat(curve.unitsAt(1)).isEqualTo(700);
        assertThat(curve.unitsAt(1000)).isEqualTo(520);
    }

    @Test
    void laddersTheCurve() {
        assertThat(CURVE.ladder(new Grid(100, 900, 10, 3), 10))
                .containsExactly(new Rung(900, 52), new Rung(500, 8), new Rung(100, 7));
        assertThat(CURVE.ladder(new Grid(100, 900, 10, 1), 10)).containsExactly(new Rung(100, 67));
        assertThat(CURVE.ladder(new Grid(95, 905, 10, 2), 10))
                .containsExactly(new Rung(900, 52), new Rung(100, 15));
    }

    @Test
    void leavesOutWhatAsksForNothing() {
        assertThat(CURVE.ladder(new Grid(500, 5000, 500, 9), 100))
                .containsExactly(new Rung(500, 6));
        assertThat(CURVE.ladder(new Grid(100, 900, 10, 9), 1_000)).isEmpty();
        assertThat(CURVE.ladder(new Grid(901, 909, 10, 9), 1)).isEmpty();
        assertThat(CURVE.ladder(new Grid(900, 100, 10, 9), 1)).isEmpty();
        assertThat(
                        new NewsvendorCurve(DemandDistribution.normal(0, 0), 1000)
                                .ladder(new Grid(0, 1000, 1, 100), 1))
                .isEmpty();
    }

    @Test
    void asksForTheMeanAtAnyPriceWhenDemandIsSure() {
        List<Rung> rungs =
                new NewsvendorCurve(
                                DemandDistribution.ofQuantiles(
                                        40, 0, new double[] {0.5}, new double[] {40}),
                                1000)
                        .ladder(new Grid(0, 1000, 1, 50), 10);

        assertThat(rungs).containsExactly(new Rung(1000, 4));
    }

    @Test
    void neverUsesAPriceOfZero() {
        List<Rung> rungs = CURVE.ladder(new Grid(0, 1000, 100, 100), 1);

        assertThat(rungs.get(rungs.size() - 1).limitTicks()).isEqualTo(100);
        assertThatThrownBy(() -> CURVE.unitsAt(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CURVE.unitsAt(1001)).isInstanceOf(IllegalArgumentException.class);
        assertThat(CURVE.unitsAt(1000)).isZero();
    }
}
