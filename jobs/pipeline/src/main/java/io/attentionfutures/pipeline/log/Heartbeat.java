package io.attentionfutures.pipeline.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A record that only tells the time: it has the header {@value #HEADER}, a key that names its
 * partition (so that compaction keeps one), and no value, so that readers of the topic skip it.
 */
public final class Heartbeat {
    /** The header that marks a heartbeat. */
    public static final String HEADER = "afm-heartbeat";

    private static final byte[] PRESENT = {1};

    private Heartbeat() {}

    /**
     * Returns a heartbeat of a partition.
     *
     * @param timestampMillis the time it tells; null for the broker's clock
     */
    public static ProducerRecord<byte[], byte[]> record(
            String topic, int partition, Long timestampMillis) {
        byte[] key = ("heartbeat-" + partition).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(
                topic,
                partition,
                timestampMillis,
                key,
                null,
                List.of(new RecordHeader(HEADER, PRESENT)));
    }

    /** Whether a record is a heartbeat. */
    public static boolean matches(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null && record.headers().lastHeader(HEADER) != null;
    }
}
