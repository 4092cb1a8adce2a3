package io.attentionfutures.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class FlowDrillsTest {
    private static final long START = 1_700_000_000_000L;
    private static final long BEAT = 300_000;
    private static final int BEATS = 200;
    private static final int PARTITIONS = 4;
    private static final Flow FLOW = flow();

    /** Ten orders before each heartbeat of each partition. */
    private static Flow flow() {
        List<FlowRecord> records = new ArrayList<>();
        for (int beat = 1; beat <= BEATS; beat++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                for (int i = 0; i < 10; i++) {
                    records.add(
                            record(
                                    partition,
                                    START + beat * BEAT,
                                    false,
                                    "order " + beat + "." + i));
                }
                records.add(record(partition, START + beat * BEAT, true, null));
            }
        }
        return new Flow(START, START + BEATS * BEAT, records);
    }

    private static FlowRecord record(int partition, long beat, boolean heartbeat, String text) {
        return new FlowRecord(
                beat,
                heartbeat,
                false,
                new ProducerRecord<>(
                        Topic.ORDERS.topicName(),
                        partition,
                        beat,
                        new byte[] {1},
                        text == null ? null : text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<Integer, List<ProducerRecord<byte[], byte[]>>> partitions(Flow flow) {
        Map<Integer, List<ProducerRecord<byte[], byte[]>>> partitions = new LinkedHashMap<>();
        flow.records().stream()
                .filter(record -> !record.injected())
                .forEach(
                        record ->
                                partitions
                                        .computeIfAbsent(
                                                record.content().partition(),
                                                key -> new ArrayList<>())
                                        .add(record.content()));
        return partitions;
    }

    private static long added(Flow flow) {
        return flow.records().stream().filter(FlowRecord::injected).count();
    }

    @Test
    void garbageIsOnePercentAndLeavesTheRestAsItIs() {
        Flow spoilt = new FlowDrills.Garbage().flow(FLOW, 1);

        assertThat(partitions(spoilt)).isEqualTo(partitions(FLOW));
        assertThat(added(spoilt)).isBetween(50L, 110L);
    }

    @Test
    void duplicatesAreATenthAndFollowWhatTheyRepeat() {
        Flow twice = new FlowDrills.Duplicates().flow(FLOW, 1);

        assertThat(partitions(twice)).isEqualTo(partitions(FLOW));
        assertThat(added(twice)).isBetween(650L, 950L);
        for (int i = 0; i < twice.records().size(); i++) {
            if (twice.records().get(i).injected()) {
                assertThat(twice.records().get(i).content())
                        .isSameAs(twice.records().get(i - 1).content());
            }
        }
    }

    @Test
    void reorderingKeepsTheOrderOfEachPartitionAndChangesThatOfAll() {
        Flow reordered = new FlowDrills.Reordered().flow(FLOW, 1);

        assertThat(partitions(reordered)).isEqualTo(partitions(FLOW));
        assertThat(reordered.records().stream().map(FlowRecord::content))
                .isNotEqualTo(FLOW.records().stream().map(FlowRecord::content).toList());
        assertThat(reordered.records().stream().map(FlowRecord::beatMillis))
                .isSorted()
                .allMatch(beat -> beat <= FLOW.endMillis());
    }

    @Test
    void clockJumpsOnlyAddHeartbeatsOfEarlierTimes() {
        Flow jumping = new FlowDrills.ClockJumps().flow(FLOW, 1);

        assertThat(partitions(jumping)).isEqualTo(partitions(FLOW));
        assertThat(added(jumping)).isPositive();
        assertThat(jumping.records().stream().filter(FlowRecord::injected))
                .allMatch(FlowRecord::heartbeat)
                .allMatch(record -> record.content().timestamp() < record.beatMillis());
    }
}
