package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.schemas.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the records of one topic, with offsets that go up in each partition. */
public final class Log {
    private final String topic;
    private final Map<Integer, Long> nextOffset = new HashMap<>();
    private final List<LoggedRecord> records = new ArrayList<>();

    public Log(Topic topic) {
        this(topic.topicName());
    }

    public Log(String topic) {
        this.topic = topic;
    }

    public LoggedRecord append(int partition, long timeMillis, byte[] value) {
        return add(
                partition,
                timeMillis,
                "key".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                value,
                false);
    }

    public LoggedRecord heartbeat(int partition, long timeMillis) {
        return add(partition, timeMillis, null, null, true);
    }

    private LoggedRecord add(
            int partition, long timeMillis, byte[] key, byte[] value, boolean heartbeat) {
        long offset = nextOffset.merge(partition, 1L, Long::sum) - 1;
        LoggedRecord record =
                new LoggedRecord(topic, partition, offset, timeMillis, key, value, heartbeat);
        records.add(record);
        return record;
    }

    /** All records so far, oldest first. */
    public List<LoggedRecord> records() {
        return records;
    }
}
