package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.TelemetrySample;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.local.replay.MarketPlan;
import io.attentionfutures.local.replay.Pace;
import io.attentionfutures.local.replay.Replayer;
import io.attentionfutures.local.trace.SyntheticTrace;
import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.pipeline.log.Heartbeat;
import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * All that is written to the input topics, each record with its time and partition, in the order of
 * the heartbeats. It is a function of the seed and the length alone.
 *
 * @param startMillis when the log's clock starts
 * @param endMillis when it stops
 * @param records the records, sorted by {@link FlowRecord#beatMillis}
 */
record Flow(long startMillis, long endMillis, List<FlowRecord> records) {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

    /**
     * Plays a seeded market into the topics of a cluster, as fast as it goes, and reads it back:
     * accounts, contracts, collateral, orders and telemetry of two markets in two segments.
     */
    static Flow record(String bootstrapServers, long seed, int hours) throws InterruptedException {
        Trace trace = trace(seed, hours);
        MarketPlan plan =
                MarketPlan.of(
                        trace,
                        new TenantNeeds(trace, HOUR, CapacityRule.SUM),
                        Duration.ofMinutes(1),
                        Optional.of(seed),
                        List.of());
        long end = plan.endMillis(MarketOptions.ALLOWED_LATENESS.defaultValue());
        Replayer replayer =
                new Replayer(bootstrapServers, plan, end, Pace.of(Double.POSITIVE_INFINITY, false));
        Thread thread = new Thread(replayer, "record-flow");
        thread.start();
        while (!replayer.finished() && thread.isAlive()) {
            thread.join(50);
        }
        replayer.stop();
        thread.join();
        if (!replayer.finished()) {
            throw new IllegalStateException("the flow could not be recorded");
        }
        return new Flow(plan.startMillis(), end, read(bootstrapServers, end));
    }

    /** Two regions, so that two clearing segments share accounts and can be spread. */
    private static Trace trace(long seed, int hours) {
        Trace days = SyntheticTrace.make(START, Duration.ofDays((hours + 23) / 24), seed);
        long end = START + hours * HOUR;
        List<TelemetrySample> rows = new ArrayList<>();
        for (TelemetrySample row : days.rows()) {
            if (row.timeMillis() < end) {
                rows.add(
                        new TelemetrySample(
                                row.line(),
                                row.timeMillis(),
                                row.resource().equals("L4.EUW1") ? "L4.USE1" : row.resource(),
                                row.tenant(),
                                row.used(),
                                row.capacity()));
            }
        }
        return Trace.of(SyntheticTrace.LABEL, rows);
    }

    private static List<FlowRecord> read(String bootstrapServers, long endMillis)
            throws InterruptedException {
        List<FlowRecord> records = new ArrayList<>();
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> waiting = new HashMap<>();
        Set<TopicPartition> ended = new HashSet<>();
        TopicRecords.forEach(
                MarketTopics.properties(bootstrapServers),
                Topic.inputs(),
                record -> {
                    TopicPartition partition =
                            new TopicPartition(record.topic(), record.partition());
                    if (ended.contains(partition)) {
                        return;
                    }
                    List<ConsumerRecord<byte[], byte[]>> before =
                            waiting.computeIfAbsent(partition, key -> new ArrayList<>());
                    before.add(record);
                    if (Heartbeat.matches(record)) {
                        long beat = record.timestamp();
                        before.forEach(one -> records.add(copy(one, beat)));
                        before.clear();
                        if (beat == endMillis) {
                            ended.add(partition);
                        }
                    }
                });
        records.sort(Comparator.comparingLong(FlowRecord::beatMillis));
        return List.copyOf(records);
    }

    private static FlowRecord copy(ConsumerRecord<byte[], byte[]> record, long beatMillis) {
        return new FlowRecord(
                beatMillis,
                Heartbeat.matches(record),
                false,
                new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        record.headers()));
    }

    /** Returns the records that are not heartbeats. */
    long size() {
        return records.stream().filter(record -> !record.heartbeat()).count();
    }

    /** Returns the last heartbeat of each partition. */
    Flow lastBeats() {
        return with(
                records.stream()
                        .filter(record -> record.heartbeat() && record.beatMillis() == endMillis)
                        .toList());
    }

    /** Returns the same time with other records. */
    Flow with(List<FlowRecord> others) {
        return new Flow(startMillis, endMillis, List.copyOf(others));
    }
}
