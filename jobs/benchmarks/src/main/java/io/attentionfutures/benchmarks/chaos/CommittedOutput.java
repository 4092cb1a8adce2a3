package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

/** Watches how far, by the log's clock, committed prices and executions have come. */
final class CommittedOutput implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::run, "committed-output");
    private volatile long latestMillis = Long.MIN_VALUE;
    private volatile RuntimeException failure;

    CommittedOutput(String bootstrapServers) {
        Properties properties = MarketTopics.properties(bootstrapServers);
        // A broker that does not answer must not stop the clock of the watch.
        properties.setProperty(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, "2000");
        properties.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "100");
        consumer = TopicRecords.open(properties, List.of(Topic.PRICES, Topic.EXECUTIONS));
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    latestMillis = Math.max(latestMillis, record.timestamp());
                }
            }
        } catch (WakeupException e) {
            // Closed.
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            consumer.close();
        }
    }

    /** Returns the latest time of a committed record. */
    long latestMillis() {
        if (failure != null) {
            throw new IllegalStateException("committed output cannot be read", failure);
        }
        return latestMillis;
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }
}
