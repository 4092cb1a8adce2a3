package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All committed records of the output topics, by lane: what has the same topic, key, segment and
 * market comes from one operator in one order.
 *
 * @param lanes the records of each lane in their order
 * @param answers how many records of a topic speak of a record that a drill has added
 */
record Output(Map<String, List<Line>> lanes, Map<Answer, Integer> answers) {
    /**
     * Fields that say where in the logs a record came from, and what is counted or hashed there.
     */
    private static final Set<String> PLACES =
            Set.of("sourceOffset", "sequence", "previousHash", "hash", "prevHash", "offset");

    /** Who speaks of a record: the account hears of a rejection, and so does the regulator. */
    record Answer(Coordinates of, Topic on) {}

    /** A record as text: fields with their values. */
    record Line(String text) {}

    /**
     * Reads everything.
     *
     * @param added records that a drill has put into the logs: what speaks of them is counted and
     *     left out, and so are the fields of {@link #PLACES}, which they move; if there are none,
     *     everything counts
     * @param ignored topics that are left out
     */
    static Output read(
            String bootstrapServers, boolean places, Set<Coordinates> added, Set<Topic> ignored) {
        Map<String, List<Line>> lanes = new TreeMap<>();
        Map<Answer, Integer> answers = new HashMap<>();
        Map<Topic, RecordCodec<? extends SpecificRecordBase>> codecs = new EnumMap<>(Topic.class);
        List<Topic> topics =
                Topic.outputs().stream().filter(topic -> !ignored.contains(topic)).toList();
        topics.forEach(topic -> codecs.put(topic, RecordCodec.of(topic.record())));
        TopicRecords.forEach(
                MarketTopics.properties(bootstrapServers),
                topics,
                record -> {
                    Topic topic = Topic.of(record.topic()).orElseThrow();
                    SpecificRecordBase value = decode(codecs.get(topic), record);
                    Coordinates source = source(topic, value);
                    if (added.contains(source)) {
                        answers.merge(new Answer(source, topic), 1, Integer::sum);
                        return;
                    }
                    lanes.computeIfAbsent(lane(record, topic, value), key -> new ArrayList<>())
                            .add(new Line(text(record, value, places)));
                });
        return new Output(lanes, answers);
    }

    private static SpecificRecordBase decode(
            RecordCodec<? extends SpecificRecordBase> codec,
            ConsumerRecord<byte[], byte[]> record) {
        try {
            return codec.decode(record.value());
        } catch (MalformedRecordException e) {
            throw new IllegalStateException(
                    record.topic() + "-" + record.partition() + "@" + record.offset(), e);
        }
    }

    private static Coordinates source(Topic topic, SpecificRecordBase value) {
        String prefix = topic == Topic.DEAD_LETTERS ? "" : "source";
        Object name = field(value, topic == Topic.DEAD_LETTERS ? "topic" : "sourceTopic");
        if (name == null) {
            return new Coordinates("", -1, -1);
        }
        return new Coordinates(
                name.toString(),
                (Integer) field(value, prefix.isEmpty() ? "partition" : "sourcePartition"),
                (Long) field(value, prefix.isEmpty() ? "offset" : "sourceOffset"));
    }

    private static Object field(SpecificRecordBase value, String name) {
        Schema.Field field = value.getSchema().getField(name);
        return field == null ? null : value.get(field.pos());
    }

    private static String lane(
            ConsumerRecord<byte[], byte[]> record, Topic topic, SpecificRecordBase value) {
        if (topic == Topic.DEAD_LETTERS) {
            // Several decoders write them: their order says nothing.
            return record.topic() + " " + source(topic, value);
        }
        return String.join(
                " ",
                record.topic(),
                record.key() == null
                        ? ""
                        : new String(record.key(), java.nio.charset.StandardCharsets.UTF_8),
                String.valueOf(field(value, "segment")),
                String.valueOf(field(value, "market")));
    }

    private static String text(
            ConsumerRecord<byte[], byte[]> record, SpecificRecordBase value, boolean places) {
        StringBuilder text = new StringBuilder().append(record.timestamp());
        for (Schema.Field field : value.getSchema().getFields()) {
            if (places || !PLACES.contains(field.name())) {
                text.append(' ').append(field.name()).append('=').append(value.get(field.pos()));
            }
        }
        return text.toString();
    }

    /** Returns the same without some topics. */
    Output without(Set<Topic> topics) {
        Map<String, List<Line>> rest = new TreeMap<>(lanes);
        topics.forEach(
                topic -> rest.keySet().removeIf(lane -> lane.startsWith(topic.topicName() + " ")));
        return new Output(rest, answers);
    }

    /** Returns how many records there are. */
    long size() {
        return lanes.values().stream().mapToLong(List::size).sum();
    }
}
