package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.online.ForecastAccuracy;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.forecast.MarketForecast;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastRouterTest {
    private static MarketForecast forecast(String market, long madeAt, long asOf) {
        return new MarketForecast(
                madeAt,
                new DemandForecast(
                        market,
                        asOf,
                        7,
                        8.5,
                        new double[] {1},
                        new double[] {2},
                        new double[] {0.5},
                        new double[][] {{3}},
                        "model",
                        false,
                        ""),
                Map.of(),
                new ForecastAccuracy(0, 0, 1));
    }

    @Test
    void everyFieldOfAForecastLandsWhereItShould() {
        SegmentEvent routed =
                new ForecastRouter(new SegmentRouting(Map.of()))
                        .map(forecast("H100.EUW1", 100, 90));
        assertThat(routed.segment()).isEqualTo("EUW1");
        assertThat(routed.event())
                .usingRecursiveComparison()
                .isEqualTo(
                        new MarketEvent.ForecastArrived(
                                new LogPosition(100, "afm.forecasts/H100.EUW1", 0, 90),
                                "H100.EUW1",
                                90,
                                7,
                                8.5,
                                new double[] {1},
                                new double[] {2},
                                new double[] {0.5},
                                new double[][] {{3}}));
    }

    @Test
    void aForecastGoesToTheSegmentThatIsConfigured() {
        ForecastRouter router = new ForecastRouter(new SegmentRouting(Map.of("H100.EUW1", "EU")));
        assertThat(router.map(forecast("H100.EUW1", 1, 1)).segment()).isEqualTo("EU");
    }

    @Test
    void noTwoForecastsHaveTheSamePlaceInTheLogs() {
        ForecastRouter router = new ForecastRouter(new SegmentRouting(Map.of()));
        assertThat(router.map(forecast("H100.EUW1", 100, 90)).event().position())
                .isNotEqualTo(router.map(forecast("A100.EUW1", 100, 90)).event().position())
                .isNotEqualTo(router.map(forecast("H100.EUW1", 100, 80)).event().position());
    }
}
