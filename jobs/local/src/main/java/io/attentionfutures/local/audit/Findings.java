package io.attentionfutures.local.audit;

import io.attentionfutures.local.audit.Difference.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts by topic, and the first differences in the order of time. */
final class Findings {
    private final int most;
    private final Map<String, TopicCount> counts = new TreeMap<>();
    private final TreeSet<Difference> first = new TreeSet<>(Difference.ORDER);
    private long differences;

    /**
     * @param most how many differences are kept
     */
    Findings(int most) {
        this.most = most;
        OutputCodecs.TOPICS.forEach(topic -> of(topic.topicName()));
    }

    TopicCount of(String topic) {
        return counts.computeIfAbsent(topic, name -> new TopicCount());
    }

    void add(Difference difference) {
        differences++;
        of(difference.topic()).differ++;
        first.add(difference);
        if (first.size() > most) {
            first.pollLast();
        }
    }

    static Difference difference(
            Kind kind,
            ConsumerRecord<byte[], byte[]> record,
            SpecificRecordBase value,
            String field,
            String published,
            String recomputed) {
        return new Difference(
                kind,
                record.topic(),
                record.partition(),
                record.offset(),
                RecordFields.text(value, "segment"),
                RecordFields.timeMillis(value),
                RecordFields.number(value, "sequence"),
                RecordFields.subject(value),
                field,
                published,
                recomputed);
    }

    static Difference unreadable(ConsumerRecord<byte[], byte[]> record, String error) {
        return new Difference(
                Kind.UNREADABLE,
                record.topic(),
                record.partition(),
                record.offset(),
                "",
                record.timestamp(),
                -1,
                "",
                "",
                error,
                null);
    }

    Map<String, TopicCount> counts() {
        return counts;
    }

    /** Returns the first differences, in the order of time. */
    List<Difference> first() {
        return List.copyOf(first);
    }

    long differences() {
        return differences;
    }
}
