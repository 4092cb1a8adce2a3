package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.Topic;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a job has come: its sources commit their offsets with each completed checkpoint, which is
 * when its sinks commit what the offsets led to.
 */
final class CommittedProgress implements AutoCloseable {
    private static final Set<String> COUNTED =
            Set.of(Topic.ORDERS.topicName(), Topic.TELEMETRY.topicName());

    private final Admin admin;
    private final String group;

    CommittedProgress(String bootstrapServers, String group) {
        this.admin = Admin.create(MarketTopics.properties(bootstrapServers));
        this.group = group;
    }

    /** Returns the entries of the topics of orders and telemetry that a checkpoint has passed. */
    long entries() throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            return offsets.entrySet().stream()
                    .filter(entry -> COUNTED.contains(entry.getKey().topic()))
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot read the offsets of group " + group, e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
