package io.attentionfutures.local.audit;

import io.attentionfutures.local.audit.Difference.Kind;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What clearing houses said in public, in the order of each partition. Follows the hash chains on
 * the way.
 */
final class PublishedLog implements AutoCloseable {
    private final PartitionLanes lanes;
    private final OutputCodecs codecs;
    private final Findings findings;
    private final Set<String> atLeastOnce;
    private final Map<TopicPartition, Long> settledEnds;
    private final HashChains chains = new HashChains();
    private final Map<String, Long> keptFromMillis = new HashMap<>();
    private final Map<String, Reached> reached = new HashMap<>();

    /** The last output of a segment that was published. */
    private record Reached(long timeMillis, long sequence) {}

    /** Receives published records. */
    @FunctionalInterface
    interface Receiver {
        void accept(
                ConsumerRecord<byte[], byte[]> record, SpecificRecordBase value, boolean mayRepeat);
    }

    /**
     * Opens the topics.
     *
     * @param settledEnds ends of the partitions a while ago: all that was published together with
     *     what lies before them is there; null if nothing is published any more
     * @param atLeastOnce topics that may hold a record more than once
     */
    PublishedLog(
            KafkaConnection kafka,
            Map<TopicPartition, Long> settledEnds,
            Collection<String> atLeastOnce,
            OutputCodecs codecs,
            Findings findings) {
        this.lanes =
                new PartitionLanes(
                        kafka, OutputCodecs.TOPICS.stream().map(Topic::topicName).toList());
        this.settledEnds = settledEnds;
        this.atLeastOnce = Set.copyOf(atLeastOnce);
        this.codecs = codecs;
        this.findings = findings;
        for (TopicPartition partition : lanes.partitions()) {
            if (lanes.isCut(partition)) {
                ConsumerRecord<byte[], byte[]> first = lanes.peek(partition);
                keptFromMillis.merge(
                        partition.topic(),
                        first == null ? Long.MAX_VALUE : first.timestamp(),
                        Math::max);
            }
        }
    }

    /** Returns where the topics end now. */
    static Map<TopicPartition, Long> ends(KafkaConnection kafka) {
        try (PartitionLanes lanes =
                new PartitionLanes(
                        kafka, OutputCodecs.TOPICS.stream().map(Topic::topicName).toList())) {
            return lanes.ends();
        }
    }

    /** Hands over what is next in each partition up to about a time. */
    void until(long timeMillis, Receiver receiver) {
        for (TopicPartition partition : lanes.partitions()) {
            ConsumerRecord<byte[], byte[]> next;
            while ((next = lanes.peek(partition)) != null && next.timestamp() <= timeMillis) {
                lanes.take(partition);
                hand(partition, next, receiver);
            }
        }
    }

    private void hand(
            TopicPartition partition, ConsumerRecord<byte[], byte[]> record, Receiver receiver) {
        SpecificRecordBase value;
        try {
            value = codecs.decode(Topic.of(record.topic()).orElseThrow(), record.value());
            chain(record, value, lanes.isCut(partition));
        } catch (MalformedRecordException | IllegalArgumentException e) {
            findings.add(Findings.unreadable(record, e.getMessage()));
            return;
        }
        boolean mayRepeat = atLeastOnce.contains(record.topic());
        if (settledEnds != null && !mayRepeat && record.offset() < settledEnds.get(partition)) {
            Reached now =
                    new Reached(
                            RecordFields.timeMillis(value), RecordFields.number(value, "sequence"));
            reached.merge(
                    RecordFields.text(value, "segment"),
                    now,
                    (a, b) -> a.timeMillis() > b.timeMillis() ? a : b);
        }
        receiver.accept(record, value, mayRepeat);
    }

    private void chain(
            ConsumerRecord<byte[], byte[]> record, SpecificRecordBase value, boolean cut) {
        Optional<HashChains.Break> broken = Optional.empty();
        if (atLeastOnce.contains(record.topic())) {
            return;
        }
        if (value instanceof Price price) {
            broken = chains.add(price, cut);
        } else if (value instanceof AuditRecord audit) {
            broken = chains.add(audit, cut);
        }
        broken.ifPresent(
                found ->
                        findings.add(
                                Findings.difference(
                                        Kind.UNCHAINED,
                                        record,
                                        value,
                                        found.field(),
                                        found.published(),
                                        found.recomputed())));
    }

    /** Whether a segment's output must have been published by now. */
    boolean reaches(String segment, long timeMillis, long sequence) {
        if (settledEnds == null) {
            return true;
        }
        Reached last = reached.get(segment);
        return last != null
                && (timeMillis < last.timeMillis()
                        || (timeMillis == last.timeMillis() && sequence <= last.sequence()));
    }

    /** Returns the time up to which a topic no longer keeps all records. */
    long keptFromMillis(String topic) {
        return keptFromMillis.getOrDefault(topic, Long.MIN_VALUE);
    }

    HashChains chains() {
        return chains;
    }

    @Override
    public void close() {
        lanes.close();
    }
}
