package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what a job published and committed between two moments. */
final class OutputCensus {
    private static final double MOST_REJECTED = 0.01;
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String bootstrapServers;
    private final Map<String, Long> byTopic = new TreeMap<>();
    private Map<TopicPartition, Long> from = Map.of();
    private long reports;
    private long rejected;
    private String firstRejection = "";

    OutputCensus(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** What is there already does not count. */
    void begin() {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            from = consumer.endOffsets(partitions(consumer));
        }
    }

    /** Counts what has come since. */
    void end() {
        RecordCodec<ExecutionReport> codec = RecordCodec.of(ExecutionReport.class);
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, Long> to = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, from.get(partition)));
            while (partitions.stream().anyMatch(p -> consumer.position(p) < to.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    byTopic.merge(record.topic(), 1L, Long::sum);
                    if (record.topic().equals(Topic.EXECUTIONS.topicName())) {
                        count(codec.decode(record.value()));
                    }
                }
            }
        } catch (MalformedRecordException e) {
            throw new IllegalStateException("the job published what nobody can read", e);
        }
    }

    private void count(ExecutionReport report) {
        reports++;
        if (report.getExecutionType() == ExecutionType.REJECTED) {
            rejected++;
            if (firstRejection.isEmpty()) {
                firstRejection = report.getRejectionCode() + ": " + report.getText();
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : Topic.outputs()) {
            consumer.partitionsFor(topic.topicName())
                    .forEach(
                            info ->
                                    partitions.add(
                                            new TopicPartition(info.topic(), info.partition())));
        }
        return partitions;
    }

    private Consumer<byte[], byte[]> consumer() {
        Properties properties = MarketTopics.properties(bootstrapServers);
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Returns the records by topic. */
    Map<String, Long> byTopic() {
        return byTopic;
    }

    long outputs() {
        return byTopic.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Throws if so many commands were rejected that the flow is not what it says it is.
     *
     * @throws IllegalStateException naming the first rejection
     */
    void requireFewRejections() {
        if (rejectedShare() > MOST_REJECTED) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "%.2f %% of the reports are rejections, the first: %s",
                            100 * rejectedShare(),
                            firstRejection));
        }
    }

    /** Part of the execution reports that are rejections. */
    double rejectedShare() {
        return reports == 0 ? 0 : (double) rejected / reports;
    }
}
