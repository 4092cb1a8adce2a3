package io.attentionfutures.pipeline.kafka;

import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.schemas.wire.RegistryAccess;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.core.fs.Path;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Kafka client properties from the job's options. */
public final class KafkaProperties {
    /**
     * A broker that stands still keeps its connections: only this tells a client to look for
     * another one. Kafka's 30 s, twice or three times in a row, kept the market still for 90 s.
     */
    private static final String REQUEST_TIMEOUT_MILLIS = "5000";

    private KafkaProperties() {}

    /**
     * Returns what all clients need: the properties of the file, those of the options, which win,
     * and the brokers' address.
     *
     * @throws IllegalArgumentException if the file cannot be read, or a secret is among the
     *     options; no message holds a property's value
     */
    public static Properties of(ReadableConfig config) {
        Properties properties = withRegistry(config);
        properties
                .stringPropertyNames()
                .forEach(
                        key -> {
                            if (key.startsWith(RegistryAccess.PREFIX)) {
                                properties.remove(key);
                            }
                        });
        return properties;
    }

    /** Returns the same, and what is for the schema registry. */
    static Properties withRegistry(ReadableConfig config) {
        Properties properties = new Properties();
        String file = config.get(MarketOptions.KAFKA_PROPERTIES_FILE);
        if (!file.isBlank()) {
            load(file, properties);
        }
        properties.putAll(options(config));
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

    private static void load(String file, Properties properties) {
        Path path = new Path(file);
        try (Reader reader =
                new InputStreamReader(path.getFileSystem().open(path), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    MarketOptions.KAFKA_PROPERTIES_FILE.key()
                            + " '"
                            + file
                            + "' cannot be read: "
                            + e.getMessage(),
                    e);
        } catch (IllegalArgumentException e) {
            // Its message would quote the line.
            throw new IllegalArgumentException(
                    MarketOptions.KAFKA_PROPERTIES_FILE.key()
                            + " '"
                            + file
                            + "' is not a Java properties file: a \\u is not followed by four"
                            + " hexadecimal digits");
        }
    }

    private static Map<String, String> options(ReadableConfig config) {
        Map<String, String> options;
        try {
            options = config.get(MarketOptions.KAFKA_PROPERTIES);
        } catch (IllegalArgumentException e) {
            // Flink's message would quote the value.
            throw new IllegalArgumentException(
                    MarketOptions.KAFKA_PROPERTIES.key()
                            + " must be key:value, comma-separated; what holds such characters"
                            + " itself belongs in "
                            + MarketOptions.KAFKA_PROPERTIES_FILE.key());
        }
        for (String key : options.keySet()) {
            if (isSecret(key)) {
                throw new IllegalArgumentException(
                        MarketOptions.KAFKA_PROPERTIES.key()
                                + " holds the secret "
                                + key
                                + ", which Flink would show with its configuration: put it into a"
                                + " file that only the job can read, and name that with "
                                + MarketOptions.KAFKA_PROPERTIES_FILE.key());
            }
        }
        return options;
    }

    /** Whether Kafka holds a property to be a secret; of what it does not know, Flink decides. */
    static boolean isSecret(String key) {
        if (key.startsWith(RegistryAccess.PREFIX)) {
            return key.contains("auth.") || key.endsWith("password");
        }
        ConfigDef.ConfigKey known = AdminClientConfig.configDef().configKeys().get(key);
        return known == null
                ? GlobalConfiguration.isSensitive(key)
                : known.type == ConfigDef.Type.PASSWORD;
    }
}
