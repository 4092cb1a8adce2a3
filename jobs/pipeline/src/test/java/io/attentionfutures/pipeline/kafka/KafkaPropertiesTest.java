package io.attentionfutures.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.pipeline.MarketOptions;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class KafkaPropertiesTest {
    @Test
    void sourcesAndSinksTurnFromABrokerThatStandsStillBeforeItsSessionEnds() {
        String timeout =
                KafkaProperties.ofJob(new Configuration()).getProperty("request.timeout.ms");

        // A broker's session is 9 s; twice this must leave time to recover within 30 s.
        assertThat(Integer.parseInt(timeout)).isBetween(1_000, 9_000);
    }

    @Test
    void whatTheUserSaysWins() {
        Configuration config =
                new Configuration()
                        .set(MarketOptions.KAFKA_PROPERTIES, Map.of("request.timeout.ms", "20000"));

        assertThat(KafkaProperties.ofJob(config))
                .containsEntry("request.timeout.ms", "20000")
                .containsEntry("bootstrap.servers", "localhost:9092");
    }
}
