package io.attentionfutures.forecast.statistical;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.History;
import io.attentionfutures.forecast.TestSeries;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaggedRegressionTest {

    @Test
    void itIsReadyAfterTwoWeeksOfExamples() {
        DemandSeries series = TestSeries.wave("m", 340, 1);
        LaggedRegression regression = LaggedRegression.ofMean();
        assertThat(learn(regression, series.slice(0, 330)).isReady(new History(series))).isFalse();
        assertThat(learn(LaggedRegression.ofMean(), series).isReady(new History(series))).isTrue();
    }

    @Test
    void itLearnsAnAutoregression() {
        // y(t) = 0.8 y(t-1) + noise around 100: what comes is 100 + 0.8^h (last - 100).
        Random random = new Random(4);
        double[] used = new double[2000];
        used[0] = 100;
        for (int i = 1; i < used.length; i++) {
            used[i] = 100 + 0.8 * (used[i - 1] - 100) + random.nextGaussian();
        }
        used[used.length - 1] = 104;
        DemandSeries series = TestSeries.of("m", used);
        for (LaggedRegression regression :
                new LaggedRegression[] {LaggedRegression.ofMean(), LaggedRegression.ofMedian()}) {
            double[] points = learn(regression, series).points(new History(series));
            assertThat(points[0]).isBetween(102.4, 104.0);
            assertThat(points[4]).isBetween(100.3, 102.4);
            assertThat(points[23]).isBetween(99.0, 101.2);
        }
    }

    @Test
    void theSolverSolves() {
        double[][] a = {{4, 0}, {2, 5}};
        double[] x = new double[2];
        CholeskySolver.solve(a, 1, new double[] {9, 22}, x);
        // (5 2; 2 6) x = (9, 22)
        assertThat(5 * x[0] + 2 * x[1]).isBetween(9 - 1e-9, 9 + 1e-9);
        assertThat(2 * x[0] + 6 * x[1]).isBetween(22 - 1e-9, 22 + 1e-9);
        CholeskySolver.solve(new double[][] {{-5, 0}, {0, 1}}, 1, new double[] {1, 1}, x);
        assertThat(x[0]).isFinite();
    }

    private static LaggedRegression learn(LaggedRegression regression, DemandSeries series) {
        for (int i = 1; i <= series.windows(); i++) {
            regression.observe(new History(series.slice(Math.max(0, i - 672), i)));
        }
        return regression;
    }
}
