package io.attentionfutures.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.TestBundles;
import io.attentionfutures.forecast.online.MarketForecaster;
import io.attentionfutures.forecast.online.MarketOutlook;
import java.io.IOException;
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
        try (ForecastEngine engine = ForecastEngine.of(Optional.of(bundle))) {
            engine.warmUp();
            MarketForecaster market = TestSeries.observed(TestSeries.wave("seen", 400, 1));
            MarketOutlook outlook = engine.forecast(List.of(market)).get(0);
            DemandForecast forecast = outlook.forecast();
            assertThat(forecast.fallback()).isFalse();
            assertThat(forecast.reason()).isEmpty();
            assertThat(forecast.model()).isEqualTo(bundle.version());
            assertThat(forecast.dataAsOfMillis()).isEqualTo(market.series().endMillis());
            assertThat(forecast.isValid()).isTrue();
            assertThat(outlook.points()).containsKeys("naive", "lstm", "gru");
        }
    }

    @Test
    void statisticsCarryTheForecastWithAReason() {
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
    void anOutputThatOverflowsIsLeftOut() {
        float[] huge = TestBundles.weights(Architecture.LSTM, TestBundles.HIDDEN, 1);
        Arrays.fill(huge, Float.MAX_VALUE);
        List<BundledNetwork> networks = List.of(TestBundles.network(Architecture.LSTM, huge));
        ModelBundle broken =
                new ModelBundle(TestBundles.manifest(Map.of("seen", 0L), networks), networks);
        assertThat(reason(Optional.of(broken), TestSeries.wave("seen", 400, 1)))
                .contains("not finite");
    }

    @Test
    void aForecastDoesNotDependOnItsBatchToTheLastBit() throws IOException {
        List<MarketForecaster> markets = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            markets.add(TestSeries.observed(TestSeries.wave("m" + i, 150 + 6 * i, i)));
        }
        try (ForecastEngine engine = ForecastEngine.of(Optional.of(bundle))) {
            Map<String, DemandForecast> alone = new HashMap<>();
            for (MarketForecaster market : copy(markets)) {
                DemandForecast forecast = engine.forecast(List.of(market)).get(0).forecast();
                alone.put(forecast.market(), forecast);
            }
            Random random = new Random(7);
            for (int trial = 0; trial < 12; trial++) {
                List<MarketForecaster> batch = copy(markets);
                Collections.shuffle(batch, random);
                batch = batch.subList(0, 1 + random.nextInt(batch.size()));
                for (MarketOutlook outlook : engine.forecast(batch)) {
                    DemandForecast forecast = outlook.forecast();
                    DemandForecast expected = alone.get(forecast.market());
                    assertThat(forecast.mean()).isEqualTo(expected.mean());
                    assertThat(forecast.quantiles()).isDeepEqualTo(expected.quantiles());
                    assertThat(forecast.fallback()).isEqualTo(expected.fallback());
                }
            }
        }
    }

    private static List<MarketForecaster> copy(List<MarketForecaster> markets) throws IOException {
        List<MarketForecaster> copies = new ArrayList<>();
        for (MarketForecaster market : markets) {
            copies.add(TestSeries.restored(market));
        }
        return copies;
    }

    private static String reason(Optional<ModelBundle> bundle, DemandSeries series) {
        try (ForecastEngine engine = ForecastEngine.of(bundle)) {
            DemandForecast forecast =
                    engine.forecast(List.of(TestSeries.observed(series))).get(0).forecast();
            assertThat(forecast.isValid()).isTrue();
            assertThat(forecast.fallback()).isEqualTo(!forecast.reason().isEmpty());
            return forecast.reason();
        }
    }
}
