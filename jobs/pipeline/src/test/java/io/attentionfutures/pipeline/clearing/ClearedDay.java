package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.testing.Published;
import io.attentionfutures.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;

/** All that clearing publishes on one {@link TradingDay}, for tests to read. */
final class ClearedDay {
    static final long SEED = 42;

    private final List<PublishedRecord> published;

    ClearedDay() throws Exception {
        try (ClearingSubtasks subtasks = new ClearingSubtasks(1)) {
            for (SegmentEvent event : TradingDay.events(SEED)) {
                subtasks.arrive(event);
            }
            subtasks.passClock(TradingDay.end());
            published = subtasks.records();
        }
    }

    /** The records of a topic, oldest first within each segment. */
    <T extends SpecificRecordBase> List<T> read(Topic topic, Class<T> type) {
        return published.stream()
                .filter(record -> record.topic().equals(topic.topicName()))
                .map(record -> Published.decode(record, type))
                .toList();
    }

    Map<String, Long> countByTopic() {
        return published.stream()
                .collect(
                        Collectors.groupingBy(
                                PublishedRecord::topic, TreeMap::new, Collectors.counting()));
    }
}
