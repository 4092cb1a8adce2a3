package io.attentionfutures.local.broker;

import io.attentionfutures.local.UserError;
import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.pipeline.kafka.KafkaProperties;
import io.attentionfutures.pipeline.kafka.WireFormats;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.WireFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where a market's Kafka is, and how to log in there.
 *
 * @param bootstrapServers brokers, host:port, comma-separated
 * @param clientProperties further properties of every client, secrets among them
 * @param wire how records are framed there
 */
public record KafkaConnection(
        String bootstrapServers, Map<String, String> clientProperties, WireFormat wire) {
    private static final String TIMEOUT_MILLIS = "10000";

    public KafkaConnection {
        clientProperties = Map.copyOf(clientProperties);
    }

    /** Returns a connection without encryption, login or schema registry. */
    public static KafkaConnection plain(String bootstrapServers) {
        return new KafkaConnection(
                bootstrapServers, Map.of(), WireFormat.ownIds(List.of(Topic.values())));
    }

    /**
     * Returns the connection that a command line names.
     *
     * @param propertiesFile Java properties of Kafka clients; null for none
     * @param registry addresses of the schema registry; empty for the market's own ids
     * @throws UserError if the file cannot be read, or the registry cannot be used
     */
    public static KafkaConnection of(
            String bootstrapServers, Path propertiesFile, String registry) {
        Configuration config = new Configuration();
        config.set(MarketOptions.BOOTSTRAP_SERVERS, bootstrapServers);
        config.set(MarketOptions.REGISTRY_URL, registry);
        useFile(config, propertiesFile);
        return of(config);
    }

    /** Lets the job's options name a file of the command line; null leaves them as they are. */
    public static void useFile(Configuration config, Path propertiesFile) {
        if (propertiesFile != null) {
            config.set(
                    MarketOptions.KAFKA_PROPERTIES_FILE,
                    propertiesFile.toAbsolutePath().toUri().toString());
        }
    }

    /**
     * Returns the connection that the job's options describe.
     *
     * @throws UserError if they cannot be used
     */
    public static KafkaConnection of(ReadableConfig config) {
        Properties properties;
        WireFormat wire;
        try {
            properties = KafkaProperties.of(config);
            wire = WireFormats.of(config, Topic.inputs());
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
        Map<String, String> further = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            further.put(key, properties.getProperty(key));
        }
        further.remove(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        return new KafkaConnection(config.get(MarketOptions.BOOTSTRAP_SERVERS), further, wire);
    }

    /** Returns client properties that fail within seconds where no broker answers. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        properties.setProperty(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        properties.putAll(clientProperties);
        properties.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return properties;
    }

    /** The address alone: properties hold secrets. */
    @Override
    public String toString() {
        return bootstrapServers;
    }
}
