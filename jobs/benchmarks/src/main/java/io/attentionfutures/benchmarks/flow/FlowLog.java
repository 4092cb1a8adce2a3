package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.pipeline.log.Heartbeat;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.UsageSample;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes a flow into the input topics with the log's own times: reference data and collateral, the
 * orders that rest, then the flow, and every 100 ms of the log's time a heartbeat in each
 * partition.
 */
final class FlowLog implements AutoCloseable {
    private static final long HEARTBEAT_MILLIS = 100;
    private static final int TENANTS = 50;

    /** What {@link #write} wrote into the topics of orders and telemetry. */
    record Written(long setUpRecords, long flowRecords, long heartbeats) {
        /** All that is in the two topics. */
        long entries() {
            return setUpRecords + flowRecords + heartbeats;
        }
    }

    private final FlowMarket market;
    private final Producer<byte[], byte[]> producer;
    private final Map<Topic, Integer> partitions = new EnumMap<>(Topic.class);
    private final Map<Topic, RecordCodec<SpecificRecordBase>> codecs = new EnumMap<>(Topic.class);
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long heartbeats;
    private long nextHeartbeat;

    FlowLog(String bootstrapServers, FlowMarket market) {
        this.market = market;
        Properties properties = MarketTopics.properties(bootstrapServers);
        properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "20");
        properties.setProperty(ProducerConfig.BATCH_SIZE_CONFIG, "131072");
        properties.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        for (Topic topic : Topic.inputs()) {
            partitions.put(topic, producer.partitionsFor(topic.topicName()).size());
            codecs.put(topic, codec(topic));
        }
    }

    @SuppressWarnings("unchecked")
    private static RecordCodec<SpecificRecordBase> codec(Topic topic) {
        return RecordCodec.of((Class<SpecificRecordBase>) topic.record());
    }

    /** Writes everything, and waits until the broker has it. */
    Written write() {
        FlowShape shape = market.shape();
        OrderFlow orders = new OrderFlow(market);
        SplittableRandom random = new SplittableRandom(~shape.seed());
        long start = market.startMillis();
        nextHeartbeat = start;
        writeReferenceData(start - 2);
        for (int i = 0; i < shape.restingOrders(); i++) {
            long time = start + i * 1_000L / shape.recordsPerSecond();
            beatUntil(time);
            write(time, orders.rest());
        }
        long flowStart = start + shape.restingOrders() * 1_000L / shape.recordsPerSecond();
        long time = flowStart;
        for (long i = 0; i < shape.records(); i++) {
            time = flowStart + i * 1_000 / shape.recordsPerSecond();
            beatUntil(time);
            if (random.nextDouble() < shape.telemetryShare()) {
                writeSample(time, random);
            } else {
                write(time, orders.next());
            }
        }
        beatUntil(time + 2 * HEARTBEAT_MILLIS);
        producer.flush();
        requireNoFailure();
        return new Written(shape.restingOrders(), shape.records(), heartbeats);
    }

    /** Writes reference data, and collateral after it, into a live market. */
    void writeReferenceDataNow() {
        writeSpecifications(System.currentTimeMillis());
        producer.flush();
        long written = System.currentTimeMillis();
        // A transfer of the same millisecond would come before its market.
        while (System.currentTimeMillis() <= written) {
            Thread.onSpinWait();
        }
        writeDeposits(System.currentTimeMillis());
        producer.flush();
        requireNoFailure();
    }

    private void writeReferenceData(long time) {
        writeSpecifications(time);
        // A transfer of the same millisecond would come before its market.
        writeDeposits(time + 1);
    }

    private void writeSpecifications(long time) {
        for (ContractSpecification specification : market.specifications()) {
            send(Topic.CONTRACTS, time, specification.getMarket(), specification);
        }
        for (Account account : market.accounts()) {
            send(Topic.ACCOUNTS, time, account.getAccount(), account);
        }
    }

    private void writeDeposits(long time) {
        for (CollateralTransfer deposit : market.deposits()) {
            send(Topic.COLLATERAL, time, deposit.getAccount(), deposit);
        }
    }

    private void write(long time, OrderCommand command) {
        send(Topic.ORDERS, time, command.getAccount(), command);
    }

    private void writeSample(long time, SplittableRandom random) {
        String name = market.market(random.nextInt(market.shape().markets()));
        send(
                Topic.TELEMETRY,
                time,
                name,
                new UsageSample(
                        name,
                        "tenant-" + random.nextInt(TENANTS),
                        Instant.ofEpochMilli(time),
                        (double) random.nextInt(20),
                        20.0,
                        ""));
    }

    private void beatUntil(long time) {
        while (nextHeartbeat <= time) {
            for (Map.Entry<Topic, Integer> topic : partitions.entrySet()) {
                boolean counted =
                        topic.getKey() == Topic.ORDERS || topic.getKey() == Topic.TELEMETRY;
                for (int i = 0; i < topic.getValue(); i++) {
                    heartbeats += counted ? 1 : 0;
                    send(Heartbeat.record(topic.getKey().topicName(), i, nextHeartbeat));
                }
            }
            nextHeartbeat += HEARTBEAT_MILLIS;
        }
    }

    private void send(Topic topic, long time, String key, SpecificRecordBase value) {
        send(
                new ProducerRecord<>(
                        topic.topicName(),
                        null,
                        time,
                        key.getBytes(StandardCharsets.UTF_8),
                        codecs.get(topic).encode(value)));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        requireNoFailure();
        producer.send(
                record,
                (metadata, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    }
                });
    }

    private void requireNoFailure() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new KafkaException("cannot write to Kafka: " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
