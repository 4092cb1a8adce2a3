package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.online.ForecastAccuracy;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.forecast.MarketForecast;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DemandRouterTest {
    private final DemandRouter router = new DemandRouter(new SegmentRouting(Map.of()));

    private static Demand demand(String market, double used, long samples) {
        return new Demand(market, 10, 70, 75, used, 8.5, 2, 1, samples, Map.of("dc-1", 4.5));
    }

    @Test
    void everyFieldOfADemandWindowLandsWhereItShould() {
        assertThat(router.map(demand("H100.EUW1", 7.5, 3)))
                .isEqualTo(
                        new SegmentEvent(
                                "EUW1",
                                new MarketEvent.DemandRealised(
                                        new LogPosition(75, "afm.demand/H100.EUW1", 0, 10),
                                        "H100.EUW1",
                                        10,
                                        60,
                                        7.5,
                                        8.5,
                                        new TreeMap<>(Map.of("dc-1", 4.5)))));
    }

    @Test
    void aWindowWithoutSamplesHasNoUse() {
        MarketEvent.DemandRealised realised =
                (MarketEvent.DemandRealised) router.map(demand("H100.EUW1", 0, 0)).event();
        assertThat(realised.used()).isNaN();
        assertThat(realised.delivered()).containsOnly(Map.entry("dc-1", 4.5));
    }

    @Test
    void demandGoesToTheSegmentThatIsConfigured() {
        DemandRouter configured = new DemandRouter(new SegmentRouting(Map.of("H100.EUW1", "EU")));
        assertThat(configured.map(demand("H100.EUW1", 1, 1)).segment()).isEqualTo("EU");
    }

    @Test
    void whatWasUsedComesBeforeWhatIsExpectedAfterIt() {
        MarketForecast forecast =
                new MarketForecast(
                        75,
                        new DemandForecast(
                                "H100.EUW1",
                                70,
                                60,
                                8.5,
                                new double[0],
                                new double[0],
                                new double[0],
                                new double[0][],
                                "model",
                                false,
                                ""),
                        Map.of(),
                        new ForecastAccuracy(0, 0, 1));
        LogPosition expected =
                new ForecastRouter(new SegmentRouting(Map.of())).map(forecast).event().position();
        assertThat(router.map(demand("H100.EUW1", 1, 1)).event().position()).isLessThan(expected);
        assertThat(router.map(demand("Z.EUW1", 1, 1)).event().position()).isLessThan(expected);
    }
}
