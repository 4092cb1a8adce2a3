package io.attentionfutures.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.release.ModelTrial;
import io.attentionfutures.forecast.release.RetrainingRule;
import io.attentionfutures.forecast.telemetry.CapacityRule;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketSettingsTest {
    private static MarketSettings settings(String... arguments) {
        Configuration config = ParameterTool.fromArgs(arguments).getConfiguration();
        return MarketSettings.from(config);
    }

    @Test
    void everyOptionHasADefault() {
        MarketSettings settings = settings();
        assertThat(settings.periods().periodMillis("H100.EUW1")).isEqualTo(3_600_000);
        assertThat(settings.periods().allowedLateness()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.capacityRule()).isEqualTo(CapacityRule.SUM);
        assertThat(settings.retireAfter()).isEqualTo(336);
        assertThat(settings.forecast().modelPath()).isEmpty();
        assertThat(settings.forecast().engine()).isEqualTo("auto");
        assertThat(settings.forecast().trial()).isEqualTo(new ModelTrial(24, 7, 0));
        assertThat(settings.forecast().retraining()).isEqualTo(new RetrainingRule(1.5, 1.2, 168));
        assertThat(settings.routing().ofMarket("H100.EUW1")).isEqualTo("EUW1");
    }

    @Test
    void argumentsSetOptions() {
        MarketSettings settings =
                settings(
                        "--afm.demand.period",
                        "30 min",
                        "--afm.demand.periods",
                        "A100.USE1:10 min,B200.APS1:1 d",
                        "--afm.demand.allowed-lateness",
                        "0 s",
                        "--afm.demand.capacity-rule",
                        "shared",
                        "--afm.demand.retire-after",
                        "1",
                        "--afm.forecast.model",
                        "s3://bucket/model.zip",
                        "--afm.forecast.engine",
                        "onnx",
                        "--afm.forecast.trial-forecasts",
                        "48",
                        "--afm.forecast.trial-days",
                        "14",
                        "--afm.forecast.trial-tolerance",
                        "0.05",
                        "--afm.forecast.retrain-drift",
                        "2",
                        "--afm.forecast.retrain-factor",
                        "1.5",
                        "--afm.forecast.retrain-windows",
                        "24",
                        "--afm.market.segments",
                        "H100.EUW1:EU,H100.EUN1:EU");
        assertThat(settings.periods().defaultPeriod()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.periods().periods())
                .isEqualTo(
                        Map.of(
                                "A100.USE1", Duration.ofMinutes(10),
                                "B200.APS1", Duration.ofDays(1)));
        assertThat(settings.periods().allowedLateness()).isZero();
        assertThat(settings.capacityRule()).isEqualTo(CapacityRule.SHARED);
        assertThat(settings.retireAfter()).isOne();
        assertThat(settings.forecast().modelPath()).isEqualTo("s3://bucket/model.zip");
        assertThat(settings.forecast().engine()).isEqualTo("onnx");
        assertThat(settings.forecast().trial()).isEqualTo(new ModelTrial(48, 14, 0.05));
        assertThat(settings.forecast().retraining()).isEqualTo(new RetrainingRule(2, 1.5, 24));
        assertThat(settings.routing().ofMarket("H100.EUN1")).isEqualTo("EU");
        assertThat(settings.routing().ofMarket("H100.USE1")).isEqualTo("USE1");
    }

    @ParameterizedTest
    @CsvSource({
        "afm.demand.period, an hour",
        "afm.demand.period, 90 s",
        "afm.demand.period, 0 s",
        "afm.demand.period, 7 h",
        "afm.demand.period, 2 d",
        "afm.demand.periods, A100.USE1:often",
        "afm.demand.periods, A100.USE1:1 s",
        "afm.demand.periods, A100.USE1:50 min",
        "afm.demand.periods, A100.USE1",
        "afm.demand.allowed-lateness, some",
        "afm.demand.capacity-rule, MEAN",
        "afm.demand.retire-after, 0",
        "afm.demand.retire-after, many",
        "afm.forecast.trial-forecasts, 0",
        "afm.forecast.trial-days, 15",
        "afm.forecast.trial-tolerance, -0.1",
        "afm.forecast.retrain-drift, 0",
        "afm.forecast.retrain-factor, NaN",
        "afm.forecast.retrain-windows, 0",
        "afm.market.segments, H100.EUW1"
    })
    void aValueThatCannotBeUsedIsRefusedByTheNameOfItsOption(String option, String value) {
        assertThatThrownBy(() -> settings("--" + option, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option);
    }
}
