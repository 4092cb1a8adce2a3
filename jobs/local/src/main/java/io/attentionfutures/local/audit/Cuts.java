package io.attentionfutures.local.audit;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Names the partitions whose first records are no longer kept. */
final class Cuts {
    private Cuts() {}

    /** Adds a partition to the list if it does not begin with its first record. */
    static void note(PartitionLanes lanes, TopicPartition partition, List<String> cut) {
        if (lanes.isCut(partition)) {
            ConsumerRecord<byte[], byte[]> first = lanes.peek(partition);
            cut.add(
                    first == null
                            ? partition + " is no longer kept"
                            : partition
                                    + " is kept from "
                                    + Instant.ofEpochMilli(first.timestamp())
                                    + " on only (offset "
                                    + first.offset()
                                    + ")");
        }
    }
}
