package io.attentionfutures.pipeline.forecast;

import static io.attentionfutures.pipeline.forecast.BatchForecasterHarness.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.release.ModelTrial;
import io.attentionfutures.forecast.release.RetrainingRule;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.testing.RecordedMetrics;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ForecastMetricsTest {
    private static final int DAYS = 4;

    /** A forecaster that only its state is given to. */
    private static final class Restored extends AbstractStreamOperatorTestHarness<MarketForecast> {
        Restored(RecordedMetrics metrics) throws Exception {
            super(
                    new BatchForecaster(
                            new ForecastSettings(
                                    "",
                                    "onnx",
                                    new ModelTrial(24, 7, 0),
                                    new RetrainingRule(1.5, 1.2, 168))),
                    metrics.environment(720));
            KeySelector<Demand, String> market = Demand::market;
            config.setStatePartitioner(0, market);
            config.setStateKeySerializer(
                    Types.STRING.createSerializer(getExecutionConfig().getSerializerConfig()));
            config.serializeAllConfigs();
        }
    }

    @Test
    void errorsAreRightAfterARestoreAndBeforeTheNextForecast() throws Exception {
        OperatorSubtaskState state;
        MarketForecast last;
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            for (int hour = 0; hour < 24 * DAYS; hour++) {
                forecaster.close(window("a.EUW1", hour, 50 + 7 * (hour % 5) + hour % 3));
                forecaster.passHour(hour);
            }
            last = forecaster.forecasts().get(24 * DAYS - 1);
            state = forecaster.flink.snapshot(1, 1);
        }
        RecordedMetrics recorded = new RecordedMetrics();
        try (Restored forecaster = new Restored(recorded)) {
            forecaster.initializeState(state);
            forecaster.open();
        }
        assertThat(last.accuracy().error()).isPositive();
        assertThat(recorded.value("forecastError{market=a.EUW1}"))
                .isEqualTo(last.accuracy().error());
        assertThat(recorded.value("bestSimpleError{market=a.EUW1}"))
                .isEqualTo(last.accuracy().bestSimpleError());
        assertThat(recorded.value("forecastDrift{market=a.EUW1}"))
                .isEqualTo(last.accuracy().drift());
        assertThat(recorded.value("forecasts{}")).isEqualTo(0L);
    }
}
