package io.attentionfutures.pipeline.kafka;

import io.attentionfutures.pipeline.MarketOptions;
import java.util.Properties;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.kafka.clients.CommonClientConfigs;

/** Kafka client properties from the job's options. */
final class KafkaProperties {
    private KafkaProperties() {}

    static Properties of(ReadableConfig config) {
        Properties properties = new Properties();
        properties.putAll(config.get(MarketOptions.KAFKA_PROPERTIES));
        properties.setProperty(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                config.get(MarketOptions.BOOTSTRAP_SERVERS));
        return properties;
    }
}
