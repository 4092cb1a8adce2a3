package io.attentionfutures.pipeline.kafka;

import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.RegistryAccess;
import io.attentionfutures.schemas.wire.RegistryException;
import io.attentionfutures.schemas.wire.WireFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ReadableConfig;

/** How records are framed, from the job's options. */
public final class WireFormats {
    private WireFormats() {}

    /**
     * Returns the format that the options ask for.
     *
     * @param written the topics that will be written
     * @throws IllegalArgumentException if an option cannot be used, or the registry does not answer
     *     or lacks a schema; the message names the option
     */
    public static WireFormat of(ReadableConfig config, Collection<Topic> written) {
        Collection<Topic> framed = framed(config, written);
        String url = config.get(MarketOptions.REGISTRY_URL);
        if (url.isBlank()) {
            return WireFormat.ownIds(framed);
        }
        try {
            return WireFormat.confluent(access(config, url), framed);
        } catch (IllegalArgumentException | RegistryException e) {
            throw new IllegalArgumentException(
                    MarketOptions.REGISTRY_URL.key() + ": " + e.getMessage(), e);
        }
    }

    /** Returns the registry's address and what the Kafka properties say of logging in there. */
    public static RegistryAccess access(ReadableConfig config, String url) {
        Map<String, String> properties = new HashMap<>();
        Properties all = KafkaProperties.withRegistry(config);
        for (String key : all.stringPropertyNames()) {
            properties.put(key, all.getProperty(key));
        }
        return RegistryAccess.of(url, properties);
    }

    private static Collection<Topic> framed(ReadableConfig config, Collection<Topic> written) {
        List<String> singleObject = config.get(MarketOptions.SINGLE_OBJECT_TOPICS);
        if (singleObject.contains("*")) {
            return List.of();
        }
        List<String> unknown = new ArrayList<>(singleObject);
        unknown.removeAll(
                Topic.outputs().stream().map(Topic::topicName).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    MarketOptions.SINGLE_OBJECT_TOPICS.key()
                            + " names '"
                            + unknown.get(0)
                            + "', which is no output topic");
        }
        return written.stream().filter(topic -> !singleObject.contains(topic.topicName())).toList();
    }
}
