package io.attentionfutures.pipeline.log;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * The effective time of records: within a partition time never runs backwards, so a record's time
 * is the largest timestamp of the partition so far.
 */
final class PartitionTimes {
    private final Map<String, Map<Integer, Long>> latest = new HashMap<>();

    /** Adds what a checkpoint knows of every partition: any of them may have moved here. */
    void restore(ListState<Tuple2<String, Long>> state) throws Exception {
        for (Tuple2<String, Long> entry : state.get()) {
            int slash = entry.f0.lastIndexOf('/');
            advance(
                    entry.f0.substring(0, slash),
                    Integer.parseInt(entry.f0.substring(slash + 1)),
                    entry.f1);
        }
    }

    /** Returns the effective time of a record. */
    long effectiveTime(LoggedRecord record) {
        return advance(record.topic(), record.partition(), record.timestampMillis());
    }

    private long advance(String topic, int partition, long timestampMillis) {
        return latest.computeIfAbsent(topic, name -> new HashMap<>())
                .merge(partition, timestampMillis, Math::max);
    }

    void snapshot(ListState<Tuple2<String, Long>> state) throws Exception {
        state.clear();
        for (Map.Entry<String, Map<Integer, Long>> topic : latest.entrySet()) {
            for (Map.Entry<Integer, Long> partition : topic.getValue().entrySet()) {
                state.add(
                        Tuple2.of(topic.getKey() + "/" + partition.getKey(), partition.getValue()));
            }
        }
    }
}
