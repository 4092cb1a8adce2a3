package io.attentionfutures.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.FeatureRow;
import io.attentionfutures.forecast.online.MarketForecaster;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ForecastProperties {

    private static final long HOUR = TestSeries.HOUR;

    @Property(tries = 200)
    void cleaningLeavesOnlyFiniteValuesAndNeverRaisesAMeasurement(
            @ForAll("hostile") DemandSeries series) {
        CleanDemand clean = DemandCleaner.clean(series);
        for (int i = 0; i < series.windows(); i++) {
            assertThat(clean.values()[i]).isFinite().isNotNegative();
            if (!clean.filled()[i]) {
                assertThat(clean.values()[i]).isLessThanOrEqualTo(series.used(i));
            }
        }
    }

    @Property(tries = 25)
    void everySeriesHasAValidForecast(@ForAll("hostile") DemandSeries series) {
        MarketForecaster market = new MarketForecaster("m", HOUR, series.startMillis());
        try (ForecastEngine engine = new ForecastEngine()) {
            for (int i = 0; i < series.windows(); i++) {
                market.observe(series.window(i));
                DemandForecast forecast = engine.forecast(List.of(market)).get(0).forecast();
                assertThat(forecast.isValid()).isTrue();
                assertThat(forecast.fallback()).isTrue();
                assertThat(forecast.deviation()).doesNotContain(0.0);
                assertThat(Arrays.stream(forecast.mean()).min().getAsDouble()).isNotNegative();
            }
        }
    }

    @Property(tries = 100)
    void featuresAreFiniteAndBounded(@ForAll("hostile") DemandSeries series) {
        if (series.windows() < FeatureExtractor.minimumWindows(series.periodMillis())) {
            return;
        }
        FeatureRow row = FeatureExtractor.extract(series);
        assertThat(row.scale()).isFinite().isPositive();
        for (float[] feature : row.steps()) {
            for (float value : feature) {
                assertThat(value).isBetween(-10f, 10f);
            }
        }
        for (int h = 0; h < DemandForecast.HORIZON; h++) {
            assertThat(row.base()[h]).isFinite().isNotNegative();
        }
    }

    @Provide
    Arbitrary<DemandSeries> hostile() {
        return Arbitraries.longs()
                .flatMap(
                        seed ->
                                Arbitraries.of(1, 2, 3, 23, 24, 25, 100, 191, 192, 193, 360)
                                        .map(windows -> hostile(windows, seed)));
    }

    private static DemandSeries hostile(int windows, long seed) {
        Random random = new Random(seed);
        double[] used = new double[windows];
        double level = Math.pow(10, random.nextInt(16) - 3);
        int gap = random.nextInt(4);
        int zero = random.nextInt(4);
        int spike = random.nextInt(3);
        boolean constant = random.nextBoolean();
        for (int i = 0; i < windows; i++) {
            double value = constant ? level : level * random.nextDouble();
            if (random.nextInt(4) < zero) {
                value = 0;
            }
            if (random.nextInt(50) < spike) {
                value = 1e6;
            }
            used[i] = random.nextInt(4) < gap ? Double.NaN : Math.min(value, 1e12);
        }
        return TestSeries.of("hostile", used);
    }
}
