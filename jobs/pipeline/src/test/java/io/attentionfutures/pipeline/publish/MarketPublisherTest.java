package io.attentionfutures.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.online.ForecastAccuracy;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.forecast.MarketForecast;
import io.attentionfutures.pipeline.testing.Published;
import io.attentionfutures.schemas.DemandWindow;
import io.attentionfutures.schemas.ProviderUnits;
import io.attentionfutures.schemas.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarketPublisherTest {
    private static final OpenContext CONTEXT = new OpenContext() {};

    static Stream<Arguments> outputs() {
        return Stream.of(
                Arguments.of(
                        Outputs.price(),
                        Topic.PRICES,
                        "contract",
                        OutputConverters.price(Outputs.price())),
                Arguments.of(
                        Outputs.depth(),
                        Topic.DEPTH,
                        "contract",
                        OutputConverters.depth(Outputs.depth())),
                Arguments.of(
                        Outputs.execution(),
                        Topic.EXECUTIONS,
                        "account",
                        OutputConverters.execution(Outputs.execution())),
                Arguments.of(
                        Outputs.allocation(),
                        Topic.ALLOCATIONS,
                        "account",
                        OutputConverters.allocation(Outputs.allocation())),
                Arguments.of(
                        Outputs.statement(),
                        Topic.STATEMENTS,
                        "account",
                        OutputConverters.statement(Outputs.statement())),
                Arguments.of(
                        Outputs.audit(),
                        Topic.AUDIT,
                        "segment",
                        OutputConverters.audit(Outputs.audit())),
                Arguments.of(
                        Outputs.alert("account"),
                        Topic.SURVEILLANCE,
                        "account",
                        OutputConverters.alert(Outputs.alert("account"))),
                Arguments.of(
                        Outputs.alert(""),
                        Topic.SURVEILLANCE,
                        "contract",
                        OutputConverters.alert(Outputs.alert(""))));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void eachOutputGoesToItsTopicWithItsKeyAndTime(
            MarketOutput output, Topic topic, String key, SpecificRecordBase value) {
        PublishedRecord record = new MarketPublisher().publish(output);
        assertThat(record.topic()).isEqualTo(topic.topicName());
        assertThat(record.timestampMillis()).isEqualTo(Outputs.TIME);
        assertThat(record.key()).asString().isEqualTo(key);
        assertThat(Published.decode(record, value.getClass())).isEqualTo(value);
    }

    @Test
    void everyFieldOfADemandWindowLandsWhereItShould() {
        DemandPublisher publisher = new DemandPublisher();
        publisher.open(CONTEXT);
        PublishedRecord record =
                publisher.map(
                        new Demand(
                                "m",
                                1,
                                2,
                                3,
                                4.5,
                                5.5,
                                6,
                                0.75,
                                7,
                                Map.of("dc-2", 9.0, "dc-1", 8.0)));
        assertThat(record.topic()).isEqualTo("afm.demand");
        assertThat(record.timestampMillis()).isEqualTo(3);
        assertThat(record.key()).asString().isEqualTo("m");
        assertThat(Published.decode(record, DemandWindow.class))
                .isEqualTo(
                        new DemandWindow(
                                "m",
                                Instant.ofEpochMilli(1),
                                Instant.ofEpochMilli(2),
                                4.5,
                                5.5,
                                6,
                                7L,
                                List.of(
                                        new ProviderUnits("dc-1", 8.0),
                                        new ProviderUnits("dc-2", 9.0)),
                                Instant.ofEpochMilli(3),
                                0.75));
    }

    @Test
    void aWindowWithoutSamplesHasNoUse() {
        DemandPublisher publisher = new DemandPublisher();
        publisher.open(CONTEXT);
        PublishedRecord record =
                publisher.map(
                        new Demand("m", 1, 2, 3, Double.NaN, 5.5, 0, Double.NaN, 0, Map.of()));
        DemandWindow window = Published.decode(record, DemandWindow.class);
        assertThat(window.getUsed()).isZero();
        assertThat(window.getSamples()).isZero();
        assertThat(window.getLargestTenantShare()).isNull();
        assertThat(window.getCapacity()).isEqualTo(5.5);
    }

    @Test
    void everyFieldOfAForecastLandsWhereItShould() {
        ForecastPublisher publisher = new ForecastPublisher();
        publisher.open(CONTEXT);
        PublishedRecord record =
                publisher.map(
                        new MarketForecast(
                                9,
                                new DemandForecast(
                                        "m",
                                        1,
                                        2,
                                        3.5,
                                        new double[] {4, 5},
                                        new double[] {6, 7},
                                        new double[] {0.1, 0.9},
                                        new double[][] {{8, 9}, {10, 11}},
                                        "model",
                                        true,
                                        "reason"),
                                Map.of("naive", 0.25, "lstm", 0.75),
                                new ForecastAccuracy(12, 13, 14)));
        assertThat(record.topic()).isEqualTo("afm.forecasts");
        assertThat(record.timestampMillis()).isEqualTo(9);
        assertThat(record.key()).asString().isEqualTo("m");
        assertThat(Published.decode(record, io.attentionfutures.schemas.DemandForecast.class))
                .isEqualTo(
                        new io.attentionfutures.schemas.DemandForecast(
                                "m",
                                Instant.ofEpochMilli(9),
                                Instant.ofEpochMilli(1),
                                2L,
                                3.5,
                                List.of(4.0, 5.0),
                                List.of(6.0, 7.0),
                                List.of(0.1, 0.9),
                                List.of(List.of(8.0, 9.0), List.of(10.0, 11.0)),
                                "model",
                                true,
                                "reason",
                                Map.of("naive", 0.25, "lstm", 0.75),
                                12.0,
                                13.0,
                                14.0));
    }
}
