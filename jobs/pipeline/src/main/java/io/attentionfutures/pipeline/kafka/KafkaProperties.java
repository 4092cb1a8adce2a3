package io.attentionfutures.pipeline.kafka;

import io.attentionfutures.pipeline.MarketOptions;
import java.util.Properties;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.kafka.clients.CommonClientConfigs;

/** Kafka client properties from the job's options. */
final class KafkaProperties {
    /**
     * A broker that stands still keeps its connections: only this tells a client to look for
     * another one. Kafka's 30 s, twice or three times in a row, kept the market still for 90 s.
     */
    private static final String REQUEST_TIMEOUT_MILLIS = "5000";

    private KafkaProperties() {}

    /** Returns what all clients need. */
    static Properties of(ReadableConfig config) {
        Properties properties = new Properties();
        properties.putAll(config.get(MarketOptions.KAFKA_PROPERTIES));
        properties.setProperty(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                config.get(MarketOptions.BOOTSTRAP_SERVERS));
        return properties;
    }

    /** Returns what sources and sinks need, which must outlive a broker. */
    static Properties ofJob(ReadableConfig config) {
        Properties properties = of(config);
        properties.putIfAbsent(
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        return properties;
    }
}
