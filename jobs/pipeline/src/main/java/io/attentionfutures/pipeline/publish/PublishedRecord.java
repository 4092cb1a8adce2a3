package io.attentionfutures.pipeline.publish;

/**
 * A record on its way to a public topic.
 *
 * @param topic the Kafka topic
 * @param timestampMillis the record's timestamp, by the log's clock
 * @param key the key, or null
 * @param value the encoded value
 */
public record PublishedRecord(String topic, long timestampMillis, byte[] key, byte[] value) {}
