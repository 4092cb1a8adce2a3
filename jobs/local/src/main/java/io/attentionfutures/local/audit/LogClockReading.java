package io.attentionfutures.local.audit;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.pipeline.log.Heartbeat;
import java.util.Collection;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the market's clock from the ends of its input topics, as the job reads it. */
final class LogClockReading {
    private static final int FIRST_STEP_BACK = 64;

    private LogClockReading() {}

    /**
     * Returns the time that every partition has passed: what happened before it is all there.
     *
     * @throws UserError if a partition has no heartbeat
     */
    static long of(KafkaConnection kafka, Collection<String> inputTopics) {
        long clock = Long.MAX_VALUE;
        try (PartitionLanes lanes = new PartitionLanes(kafka, inputTopics)) {
            for (TopicPartition partition : lanes.partitions()) {
                clock = Math.min(clock, of(lanes, partition));
            }
        }
        return clock;
    }

    private static long of(PartitionLanes lanes, TopicPartition partition) {
        long end = lanes.ends().get(partition);
        for (long back = FIRST_STEP_BACK; ; back *= 8) {
            lanes.seek(partition, end - back);
            OptionalLong latest = latest(lanes, partition);
            if (latest.isPresent()) {
                return latest.getAsLong();
            }
            if (back >= end) {
                throw new UserError(
                        partition
                                + " has no heartbeat, so it does not tell the time: no job has run"
                                + " on these topics");
            }
        }
    }

    /** The latest time up to and including the last heartbeat. */
    private static OptionalLong latest(PartitionLanes lanes, TopicPartition partition) {
        OptionalLong clock = OptionalLong.empty();
        long latest = Long.MIN_VALUE;
        ConsumerRecord<byte[], byte[]> record;
        while ((record = lanes.take(partition)) != null) {
            latest = Math.max(latest, record.timestamp());
            if (Heartbeat.matches(record)) {
                clock = OptionalLong.of(latest);
            }
        }
        return clock;
    }
}
