package io.attentionfutures.forecast.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandForecast;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpertCombinationTest {

    private final Random random = new Random(2);
    private double last;

    @Test
    void untilAnyoneIsProvenTheLastValueIsTheForecast() {
        ExpertCombination combination = new ExpertCombination();
        double[] combined = combination.combine(0, Map.of("naive", flat(5), "ets", flat(50)));
        assertThat(combined).containsOnly(5);
    }

    @Test
    void aForecasterThatIsClearlyWorseGetsNothing() {
        ExpertCombination combination = new ExpertCombination();
        live(combination, 0, 400, 1, 3);
        assertThat(combination.weights().get("good")).isGreaterThan(0.95);
        assertThat(combination.weights().values().stream().mapToDouble(w -> w).sum())
                .isBetween(1 - 1e-9, 1 + 1e-9);
    }

    @Test
    void forecastersThatAreEquallyGoodShare() {
        ExpertCombination combination = new ExpertCombination();
        live(combination, 0, 600, 1, 1);
        assertThat(combination.weights().get("good")).isBetween(0.25, 0.75);
        assertThat(combination.weights().get("bad")).isBetween(0.25, 0.75);
    }

    @Test
    void theWeightsFollowWhenTheForecastersChangePlaces() {
        ExpertCombination combination = new ExpertCombination();
        live(combination, 0, 600, 1, 3);
        live(combination, 600, 700, 3, 1);
        assertThat(combination.weights().get("bad")).isGreaterThan(0.8);
    }

    @Test
    void aForgottenForecasterHasToProveItselfAnew() {
        ExpertCombination combination = new ExpertCombination();
        live(combination, 0, 400, 1, 3);
        combination.keepOnly(Set.of("naive", "bad"));
        live(combination, 400, 402, 1, 3);
        assertThat(combination.weights()).doesNotContainKey("good");
        live(combination, 402, 500, 1, 3);
        assertThat(combination.weights().get("good")).isGreaterThan(0.8);
    }

    @Test
    void aWildPastDoesNotOutshoutAQuietPresent() {
        ExpertCombination combination = new ExpertCombination();
        for (int t = 0; t < 550; t++) {
            boolean wild = t < 400;
            double last = wild ? 1000 : 1;
            Map<String, double[]> points = new TreeMap<>();
            points.put("naive", flat(last));
            points.put("better in the past", flat(wild ? 500 : 10));
            combination.combine(t, points);
            combination.resolve(t, 0, flat(last));
        }
        assertThat(combination.weights().get("naive")).isGreaterThan(0.95);
    }

    /** Noise around 100, forecast by two with errors of their own and by the last value. */
    private void live(ExpertCombination combination, int from, int to, double good, double bad) {
        for (int t = from; t < to; t++) {
            Map<String, double[]> points = new TreeMap<>();
            points.put("naive", flat(last));
            points.put("good", flat(100 + good * random.nextGaussian()));
            points.put("bad", flat(100 + bad * random.nextGaussian()));
            combination.combine(t, points);
            double actual = 100 + 0.1 * random.nextGaussian();
            double[] lastValues = new double[DemandForecast.HORIZON];
            Arrays.fill(lastValues, actual + 4);
            combination.resolve(t, actual, lastValues);
            last = actual + 4;
        }
    }

    private static double[] flat(double value) {
        double[] points = new double[DemandForecast.HORIZON];
        Arrays.fill(points, value);
        return points;
    }
}
