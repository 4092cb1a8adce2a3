package io.attentionfutures.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.TestBundles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastEngineTest {

    private final ModelBundle bundle = TestBundles.bundle(Map.of("seen", 0L));

    @Test
    void theModelForecastsWhereItMay() {
        try (ForecastEngine engine = new ForecastEngine(Optional.of(bundle))) {
            engine.warmUp();
            DemandSeries series = TestSeries.wave("seen", 400, 1);
            DemandForecast forecast = engine.forecast(List.of(series)).get(0);
            assertThat(forecast.fallback()).isFalse();
            assertThat(forecast.reason()).isEmpty();
            assertThat(forecast.model()).isEqualTo(bundle.version()).isEqualTo(engine.name());
            assertThat(forecast.dataAsOfMillis()).isEqualTo(series.endMillis());
            assertThat(forecast.isValid()).isTrue();
        }
    }

    @Test
    void onlyTheKeptHistoryMatters() {
        DemandSeries series = TestSeries.wave("seen", 600, 1);
        int kept = ForecastEngine.historyWindows(series.periodMillis());
        try (ForecastEngine engine = new ForecastEngine(Optional.of(bundle))) {
            assertThat(engine.forecast(List.of(series)).get(0).mean())
                    .isEqualTo(engine.forecast(List.of(series.last(kept))).get(0).mean());
        }
    }

    @Test
    void theSimpleForecasterStandsInWithAReason() {
        DemandSeries whole = TestSeries.wave("seen", 400, 1);
        assertThat(reason(Optional.empty(), whole)).isEqualTo("no model");
        assertThat(reason(Optional.of(bundle), whole.last(191)))
                .isEqualTo("191 windows of history, the model needs 192");
        DemandSeries minutes =
                new DemandSeries("seen", 600_000, whole.endMillis(), whole.used(), 1);
        assertThat(reason(Optional.of(bundle), minutes)).contains("windows of 3600000 ms");
        ModelBundle later = TestBundles.bundle(Map.of("seen", whole.endMillis() + 1));
        assertThat(reason(Optional.of(later), whole)).contains("trained on this time");
        ModelBundle justBefore = TestBundles.bundle(Map.of("seen", whole.endMillis()));
        assertThat(reason(Optional.of(justBefore), whole)).isEmpty();
    }

    @Test
    void anOutputThatOverflowsIsReplaced() {
        float[] huge = TestBundles.weights(Architecture.LSTM, TestBundles.HIDDEN, 1);
        Arrays.fill(huge, Float.MAX_VALUE);
        List<BundledNetwork> networks = List.of(TestBundles.network(Architecture.LSTM, huge));
        ModelBundle broken =
                new ModelBundle(TestBundles.manifest(Map.of("seen", 0L), networks), networks);
        assertThat(reason(Optional.of(broken), TestSeries.wave("seen", 400, 1)))
                .contains("not finite");
    }

    @Test
    void aForecastDoesNotDependOnItsBatchToTheLastBit() {
        List<DemandSeries> markets = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            markets.add(TestSeries.wave("m" + i, 100 + 4 * i, i));
        }
        try (ForecastEngine engine = new ForecastEngine(Optional.of(bundle))) {
            Map<String, DemandForecast> alone = new HashMap<>();
            for (DemandSeries market : markets) {
                alone.put(market.market(), engine.forecast(List.of(market)).get(0));
            }
            Random random = new Random(7);
            for (int trial = 0; trial < 30; trial++) {
                List<DemandSeries> batch = new ArrayList<>(markets);
                Collections.shuffle(batch, random);
                batch = batch.subList(0, 1 + random.nextInt(batch.size()));
                for (DemandForecast forecast : engine.forecast(batch)) {
                    DemandForecast expected = alone.get(forecast.market());
                    assertThat(forecast.mean()).isEqualTo(expected.mean());
                    assertThat(forecast.quantiles()).isDeepEqualTo(expected.quantiles());
                    assertThat(forecast.fallback()).isEqualTo(expected.fallback());
                }
            }
        }
    }

    private static String reason(Optional<ModelBundle> bundle, DemandSeries series) {
        try (ForecastEngine engine = new ForecastEngine(bundle)) {
            DemandForecast forecast = engine.forecast(List.of(series)).get(0);
            assertThat(forecast.isValid()).isTrue();
            assertThat(forecast.fallback()).isEqualTo(!forecast.reason().isEmpty());
            return forecast.reason();
        }
    }
}
