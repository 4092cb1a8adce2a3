package io.attentionfutures.local.run;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.KafkaConnection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the job has worked off its input: it commits the offsets of each checkpoint, and what a
 * checkpoint covers has been cleared and published.
 */
final class JobProgress implements AutoCloseable {
    private final Admin admin;
    private final String group;

    JobProgress(KafkaConnection kafka, String group) {
        this.admin = Admin.create(kafka.properties());
        this.group = group;
    }

    /** Whether a checkpoint covers the records at these offsets and everything before them. */
    boolean covers(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> committed;
        try {
            committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        } catch (ExecutionException e) {
            throw new UserError("cannot ask Kafka for progress: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
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
