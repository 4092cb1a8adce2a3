package io.attentionfutures.pipeline.log;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A Kafka record as it stands in its log, not yet decoded.
 *
 * @param topic the topic
 * @param partition the partition
 * @param offset the offset
 * @param timestampMillis the record's timestamp
 * @param key the key, or null
 * @param value the value, or null
 * @param heartbeat whether the record only tells the time
 */
public record LoggedRecord(
        String topic,
        int partition,
        long offset,
        long timestampMillis,
        byte[] key,
        byte[] value,
        boolean heartbeat) {
    /** Returns a record as Kafka delivers it. */
    public static LoggedRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new LoggedRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                Heartbeat.matches(record));
    }
}
