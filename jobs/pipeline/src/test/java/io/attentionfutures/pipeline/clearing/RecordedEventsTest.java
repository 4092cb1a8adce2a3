package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.online.ForecastAccuracy;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.forecast.MarketForecast;
import io.attentionfutures.pipeline.publish.DemandPublisher;
import io.attentionfutures.pipeline.publish.ForecastPublisher;
import io.attentionfutures.pipeline.testing.Published;
import io.attentionfutures.pipeline.testing.Serializers;
import io.attentionfutures.schemas.DemandWindow;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the job published is enough to rebuild what it told its clearing houses, to the bit. */
class RecordedEventsTest {
    private static final SegmentRouting ROUTING = new SegmentRouting(Map.of("H100.EUW1", "EU"));
    private static final OpenContext CONTEXT = new OpenContext() {};

    private final RecordedEvents recorded = new RecordedEvents(ROUTING);

    private static byte[] bytes(SegmentEvent event) throws IOException {
        return Serializers.bytes(
                SegmentEventSerializer.TYPE.createSerializer(new SerializerConfigImpl()), event);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7})
    void aDemandWindow(long samples) throws Exception {
        Demand demand =
                new Demand(
                        "H100.EUW1",
                        1_760_000_400_000L,
                        1_760_004_000_000L,
                        1_760_004_060_001L,
                        samples == 0 ? Double.NaN : 0.1 + 0.2,
                        Double.MIN_VALUE,
                        2,
                        samples == 0 ? Double.NaN : 2.0 / 3,
                        samples,
                        Map.of("dc-1", 1.0 / 3, "dc-2", 0.0));
        DemandPublisher publisher = new DemandPublisher();
        publisher.open(CONTEXT);
        DemandWindow published = Published.decode(publisher.map(demand), DemandWindow.class);
        assertThat(bytes(recorded.of(published)))
                .isEqualTo(bytes(new DemandRouter(ROUTING).map(demand)));
    }

    @Test
    void aForecast() throws Exception {
        MarketForecast forecast =
                new MarketForecast(
                        1_760_004_060_001L,
                        new DemandForecast(
                                "H100.EUW1",
                                1_760_004_000_000L,
                                3_600_000,
                                1.0 / 7,
                                new double[] {1.0 / 3, -0.0},
                                new double[] {0.1 + 0.2, Double.MIN_VALUE},
                                new double[] {0.05, 0.95},
                                new double[][] {{1, Math.nextUp(1.0)}, {2, 3}},
                                "lstm 4",
                                true,
                                "reason"),
                        Map.of("naive", 1.0 / 3),
                        new ForecastAccuracy(1.0 / 9, 0.1 + 0.2, 1));
        ForecastPublisher publisher = new ForecastPublisher();
        publisher.open(CONTEXT);
        assertThat(
                        bytes(
                                recorded.of(
                                        Published.decode(
                                                publisher.map(forecast),
                                                io.attentionfutures.schemas.DemandForecast.class))))
                .isEqualTo(bytes(new ForecastRouter(ROUTING).map(forecast)));
    }
}
