package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.pipeline.MarketOptions;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the job's checkpoints have come in the input topics. */
final class ReadProgress implements AutoCloseable {
    private final Admin admin;

    ReadProgress(String bootstrapServers) {
        admin = Admin.create(MarketTopics.properties(bootstrapServers));
    }

    /** Whether a checkpoint covers the records at these offsets and everything before them. */
    boolean covers(Map<TopicPartition, Long> offsets) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed;
        try {
            committed =
                    admin.listConsumerGroupOffsets(MarketOptions.GROUP_ID.defaultValue())
                            .partitionsToOffsetAndMetadata()
                            .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell the job's progress", e.getCause());
        }
        return offsets.entrySet().stream()
                .allMatch(
                        entry -> {
                            OffsetAndMetadata offset = committed.get(entry.getKey());
                            return offset != null && offset.offset() > entry.getValue();
                        });
    }

    @Override
    public void close() {
        admin.close();
    }
}
