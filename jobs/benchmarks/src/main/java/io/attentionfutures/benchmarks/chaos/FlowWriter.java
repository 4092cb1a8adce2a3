package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.local.broker.MarketTopics;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes a flow to the input topics at an even pace of the log's clock, then repeats the last
 * heartbeats, which say nothing new, until it is stopped.
 */
final class FlowWriter implements AutoCloseable {
    private static final long IDLE_BEAT_MILLIS = 200;

    private final Flow flow;
    private final double seconds;
    private final KafkaProducer<byte[], byte[]> producer;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<TopicPartition, FlowRecord> lastBeats = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> lastOffsets = new ConcurrentHashMap<>();
    private final Set<Coordinates> injected = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::run, "flow-writer");
    private volatile long clockMillis;
    private volatile boolean finished;

    /**
     * Prepares to write.
     *
     * @param seconds how long it takes
     */
    FlowWriter(String bootstrapServers, Flow flow, double seconds) {
        this.flow = flow;
        this.seconds = seconds;
        this.clockMillis = flow.startMillis();
        Properties properties = MarketTopics.properties(bootstrapServers);
        properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "5");
        properties.setProperty(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        properties.setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "120000");
        properties.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, "120000");
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            long started = System.nanoTime();
            for (FlowRecord record : flow.records()) {
                await(started, record.beatMillis());
                if (stopped.getCount() == 0) {
                    return;
                }
                send(record);
                clockMillis = record.beatMillis();
            }
            producer.flush();
            finished = true;
            while (!stopped.await(IDLE_BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                lastBeats.values().forEach(this::send);
                producer.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void await(long startedNanos, long beatMillis) throws InterruptedException {
        double share =
                (double) (beatMillis - flow.startMillis())
                        / (flow.endMillis() - flow.startMillis());
        long wait = startedNanos + (long) (share * seconds * 1e9) - System.nanoTime();
        if (wait > 0) {
            stopped.await(wait, TimeUnit.NANOSECONDS);
        }
    }

    private void send(FlowRecord record) {
        TopicPartition partition =
                new TopicPartition(record.content().topic(), record.content().partition());
        if (record.heartbeat() && !record.injected()) {
            lastBeats.put(partition, record);
        }
        producer.send(
                record.content(),
                (metadata, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                        return;
                    }
                    lastOffsets.put(partition, metadata.offset());
                    if (record.injected() && !record.heartbeat()) {
                        injected.add(
                                new Coordinates(
                                        partition.topic(),
                                        partition.partition(),
                                        metadata.offset()));
                    }
                });
    }

    /** Returns what the log's clock shows. */
    long clockMillis() {
        return clockMillis;
    }

    /** Returns how much of the flow is written, 0 to 1. */
    double share() {
        return (double) (clockMillis - flow.startMillis())
                / (flow.endMillis() - flow.startMillis());
    }

    /** Whether all is written. */
    boolean finished() {
        return finished;
    }

    /** Returns the offset of the last record in each partition so far. */
    Map<TopicPartition, Long> lastOffsets() {
        return Map.copyOf(lastOffsets);
    }

    /** Returns where the records are that a drill has added. */
    Set<Coordinates> injected() {
        return Set.copyOf(injected);
    }

    /**
     * Throws if something could not be written.
     *
     * @throws IllegalStateException with the cause
     */
    void requireNoFailure() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("the flow could not be written", problem);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped.countDown();
        producer.close(Duration.ofSeconds(5));
        thread.join();
    }
}
