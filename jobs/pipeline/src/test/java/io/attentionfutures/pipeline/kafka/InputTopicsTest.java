package io.attentionfutures.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.pipeline.kafka.InputTopics.UnusableInputException;
import io.attentionfutures.schemas.Topic;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InputTopicsTest {
    @Test
    void topicsOfSingleAccountsAreOrderTopicsToo() {
        InputTopics topics =
                new InputTopics(Map.of("afm.orders", 4, "afm.orders.alice", 1, "afm.telemetry", 2));
        assertThat(topics.names(Topic.ORDERS))
                .containsExactlyInAnyOrder("afm.orders", "afm.orders.alice");
        assertThat(topics.names(Topic.TELEMETRY)).containsExactly("afm.telemetry");
        assertThat(topics.names(Topic.ACCOUNTS)).isEmpty();
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void brokersThatDoNotAnswerAreNamedWithTheOption() {
        Configuration config = new Configuration();
        config.set(MarketOptions.BOOTSTRAP_SERVERS, "localhost:1");
        config.set(
                MarketOptions.KAFKA_PROPERTIES,
                Map.of("request.timeout.ms", "500", "default.api.timeout.ms", "500"));
        assertThatThrownBy(() -> InputTopics.lookUp(config))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("localhost:1")
                .hasMessageContaining("afm.kafka.bootstrap-servers");
    }

    @Test
    void brokersThatCannotBeAreNamedWithTheOption() {
        Configuration config = new Configuration();
        config.set(MarketOptions.BOOTSTRAP_SERVERS, "nowhere");
        assertThatThrownBy(() -> InputTopics.lookUp(config))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("afm.kafka.bootstrap-servers");
    }
}
