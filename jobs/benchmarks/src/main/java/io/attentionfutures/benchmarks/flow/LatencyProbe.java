package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.PriceKind;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends orders when they are due and waits for what they lead to. What an order waits for its turn
 * because earlier ones are late counts: time runs from when it was due, not from when it was sent.
 */
final class LatencyProbe implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration LAST_ANSWER = Duration.ofSeconds(60);
    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1_000;
    private static final int DIGITS = 3;
    private static final Set<ExecutionType> ACKNOWLEDGEMENTS =
            EnumSet.of(
                    ExecutionType.NEW,
                    ExecutionType.CANCELED,
                    ExecutionType.REPLACED,
                    ExecutionType.REJECTED);

    /** An order that no indicative price has known yet. */
    private record Unpriced(long number, long logMillis) {}

    private final FlowMarket market;
    private final double rate;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Map<String, Queue<Unpriced>> unpriced = new ConcurrentHashMap<>();
    private final Histogram acknowledgement = new Histogram(LONGEST_MICROS, DIGITS);
    private final Histogram indicative = new Histogram(LONGEST_MICROS, DIGITS);
    private final RecordCodec<OrderCommand> orders = RecordCodec.of(OrderCommand.class);
    private final RecordCodec<ExecutionReport> reports = RecordCodec.of(ExecutionReport.class);
    private final RecordCodec<Price> prices = RecordCodec.of(Price.class);
    private final BitSet answered = new BitSet();
    private volatile long startNanos;
    private long firstMeasured;
    private long end;

    LatencyProbe(String bootstrapServers, FlowMarket market, double rate) {
        this.market = market;
        this.rate = rate;
        Properties properties = MarketTopics.properties(bootstrapServers);
        properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        Properties reading = MarketTopics.properties(bootstrapServers);
        reading.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer =
                new KafkaConsumer<>(
                        reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(
                Stream.of(Topic.EXECUTIONS, Topic.PRICES)
                        .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Sends the orders and returns what those after the first {@code warmUp} waited. */
    LatencyRun.Result measure(FlowJobProcess job, long warmUp, long measured)
            throws InterruptedException {
        OrderFlow flow = new OrderFlow(market);
        awaitFirstAnswer(job, flow);
        firstMeasured = 1 + warmUp;
        end = firstMeasured + measured;
        startNanos = System.nanoTime();
        Thread sender = new Thread(() -> send(flow), "orders");
        sender.start();
        long deadline = Long.MAX_VALUE;
        while (acknowledgement.getTotalCount() < measured && System.nanoTime() < deadline) {
            job.requireAlive();
            requireNoFailure();
            read();
            if (!sender.isAlive() && deadline == Long.MAX_VALUE) {
                deadline = System.nanoTime() + LAST_ANSWER.toNanos();
            }
        }
        sender.join();
        return new LatencyRun.Result(acknowledgement, indicative, measured);
    }

    /** The first order says when the job is up; it does not count. */
    private void awaitFirstAnswer(FlowJobProcess job, OrderFlow flow) throws InterruptedException {
        firstMeasured = Long.MAX_VALUE;
        sendNow(flow.next(), 0);
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (consumer.poll(POLL).isEmpty()) {
            job.requireAlive();
            requireNoFailure();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the market did not answer within " + START_LIMIT.toSeconds() + " s");
            }
        }
    }

    private long dueNanos(long number) {
        return startNanos + (long) ((number - 1) * 1e9 / rate);
    }

    private void send(OrderFlow flow) {
        for (long number = 1; number < end && failure.get() == null; number++) {
            market.rollTo(System.currentTimeMillis());
            OrderCommand command = flow.next();
            long wait;
            while ((wait = dueNanos(number) - System.nanoTime()) > 0) {
                LockSupport.parkNanos(wait);
            }
            sendNow(command, number);
        }
        producer.flush();
    }

    private void sendNow(OrderCommand command, long number) {
        String contract = command.getContract();
        producer.send(
                new ProducerRecord<>(
                        Topic.ORDERS.topicName(),
                        command.getAccount().getBytes(StandardCharsets.UTF_8),
                        orders.encode(command)),
                (metadata, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    } else if (number > 0) {
                        unpriced.computeIfAbsent(contract, key -> new ConcurrentLinkedQueue<>())
                                .add(new Unpriced(number, metadata.timestamp()));
                    }
                });
    }

    private void read() {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                long now = System.nanoTime();
                if (record.topic().equals(Topic.EXECUTIONS.topicName())) {
                    acknowledged(reports.decode(record.value()), now);
                } else {
                    priced(prices.decode(record.value()), now);
                }
            }
        } catch (MalformedRecordException e) {
            throw new IllegalStateException("the job published what nobody can read", e);
        }
    }

    private void acknowledged(ExecutionReport report, long now) {
        int number = (int) OrderFlow.number(report.getClientOrderId());
        // The end of an order that a call leaves unfilled bears its number a second time.
        if (ACKNOWLEDGEMENTS.contains(report.getExecutionType()) && !answered.get(number)) {
            answered.set(number);
            record(acknowledgement, number, now);
        }
    }

    /** A price at a time knows the orders that were logged before it. */
    private void priced(Price price, long now) {
        Queue<Unpriced> waiting = unpriced.get(price.getContract());
        if (waiting == null || price.getKind() == PriceKind.SETTLEMENT) {
            return;
        }
        long time = price.getTime().toEpochMilli();
        Unpriced next;
        while ((next = waiting.peek()) != null && next.logMillis() <= time) {
            waiting.remove();
            record(indicative, next.number(), now);
        }
    }

    private void record(Histogram histogram, long number, long now) {
        if (number >= firstMeasured && number < end) {
            histogram.recordValue(Math.max(0, (now - dueNanos(number)) / 1_000));
        }
    }

    private void requireNoFailure() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("cannot send orders: " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
    }
}
