package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.market.store.ChunkStore;
import io.attentionfutures.market.store.StoredRecord;
import io.attentionfutures.pipeline.publish.MarketPublisher;
import io.attentionfutures.pipeline.testing.Published;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearingOperatorTest {
    // Kinds of records, as they are stored.
    private static final int ACCOUNT = 0;
    private static final int CONTRACT = 1;
    private static final int ORDER = 2;
    private static final int POSITION = 3;
    private static final int CONDUCT = 4;
    private static final int IDS = 5;

    private static final long SEED = 42;

    /** What should happen before the arrival of the event with that number, for tests. */
    @FunctionalInterface
    private interface Disturbance {
        void before(int arrival, ClearingSubtasks subtasks) throws Exception;
    }

    private static List<String> undisturbed() throws Exception {
        return run(1, new Random(0), false, SEED, (arrival, subtasks) -> {});
    }

    /**
     * Runs the day. No event arrives after the clock has passed it; with {@code shuffle} events
     * arrive in any order and up to some steps of the clock early.
     */
    private static List<String> run(
            int parallelism, Random random, boolean shuffle, long pace, Disturbance disturbance)
            throws Exception {
        List<Long> watermarks = TradingDay.watermarks(pace);
        List<List<SegmentEvent>> steps = new ArrayList<>();
        watermarks.forEach(watermark -> steps.add(new ArrayList<>()));
        for (SegmentEvent event : TradingDay.events(SEED)) {
            int last = step(watermarks, event.event().position().timeMillis());
            int early = shuffle ? random.nextInt(Math.min(last, 5) + 1) : 0;
            steps.get(last - early).add(event);
        }
        int arrival = 0;
        try (ClearingSubtasks subtasks = new ClearingSubtasks(parallelism)) {
            for (int i = 0; i < steps.size(); i++) {
                if (shuffle) {
                    Collections.shuffle(steps.get(i), random);
                }
                for (SegmentEvent event : steps.get(i)) {
                    disturbance.before(arrival++, subtasks);
                    subtasks.arrive(event);
                }
                assertThat(subtasks.pending()).isZero();
                subtasks.passClock(watermarks.get(i));
            }
            return subtasks.published();
        }
    }

    private static int step(List<Long> watermarks, long timeMillis) {
        int step = 0;
        while (watermarks.get(step) < timeMillis) {
            step++;
        }
        return step;
    }

    private static List<String> sorted(List<String> records) {
        return records.stream().sorted().toList();
    }

    @Test
    void itSaysWhatTheClearingHousesSayOfTheLogsAlone() throws Exception {
        Map<String, ClearingHouse> houses = new TreeMap<>();
        MarketPublisher publisher = new MarketPublisher();
        List<String> expected = new ArrayList<>();
        for (SegmentEvent routed : TradingDay.events(SEED)) {
            houses.computeIfAbsent(routed.segment(), ClearingHouse::new)
                    .apply(
                            routed.event(),
                            said -> expected.add(Published.text(publisher.publish(said))));
        }
        for (ClearingHouse house : houses.values()) {
            house.advanceTo(
                    TradingDay.end() + 1,
                    said -> expected.add(Published.text(publisher.publish(said))));
        }
        assertThat(sorted(undisturbed())).isEqualTo(sorted(expected));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfArrivalDoesNotMatter(long seed) throws Exception {
        assertThat(run(1, new Random(seed), true, SEED, (arrival, subtasks) -> {}))
                .isEqualTo(undisturbed());
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void thePaceOfTheClockDoesNotMatter(long pace) throws Exception {
        assertThat(sorted(run(1, new Random(0), false, pace, (arrival, subtasks) -> {})))
                .isEqualTo(sorted(undisturbed()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void theParallelismDoesNotMatter(int parallelism) throws Exception {
        assertThat(
                        TradingDay.SEGMENTS.stream()
                                .map(name -> ClearingSubtasks.subtaskOf(name, parallelism))
                                .distinct())
                .hasSizeGreaterThan(1);
        assertThat(sorted(run(parallelism, new Random(0), false, SEED, (arrival, subtasks) -> {})))
                .isEqualTo(sorted(undisturbed()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void restartsAtAnyMomentDoNotMatter(long seed) throws Exception {
        assertThat(runWithRestarts(seed, random -> 1)).isEqualTo(undisturbed());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void restartsAtAnotherParallelismDoNotMatter(long seed) throws Exception {
        assertThat(sorted(runWithRestarts(seed, random -> 1 + random.nextInt(4))))
                .isEqualTo(sorted(undisturbed()));
    }

    private static List<String> runWithRestarts(long seed, ToIntFunction<Random> parallelism)
            throws Exception {
        Random random = new Random(seed);
        int[] restarts = {0};
        List<String> published =
                run(
                        1,
                        random,
                        true,
                        SEED,
                        (arrival, subtasks) -> {
                            if (random.nextInt(100) == 0) {
                                restarts[0]++;
                                subtasks.restart(parallelism.applyAsInt(random));
                            }
                        });
        assertThat(restarts[0]).isGreaterThan(3);
        return published;
    }

    @Test
    void nothingIsSaidBeforeTheClockHasPassed() throws Exception {
        SegmentEvent order = firstOrder();
        long time = order.event().position().timeMillis();
        try (ClearingSubtasks subtasks = new ClearingSubtasks(1)) {
            subtasks.arrive(order);
            assertThat(subtasks.pending()).isZero();
            subtasks.passClock(time - 1);
            assertThat(subtasks.published()).isEmpty();
            subtasks.passClock(time);
            // To nobody, and to the segment's audit trail: neither account nor market is known.
            assertThat(subtasks.published()).hasSize(2);
            assertThat(subtasks.published().get(0)).startsWith("afm.executions " + time);
            assertThat(subtasks.published().get(1)).startsWith("afm.audit " + time);
        }
    }

    private static SegmentEvent firstOrder() throws Exception {
        return TradingDay.events(SEED).stream()
                .filter(routed -> routed.event().position().topic().equals("afm.orders"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWaitsSurvivesARestart() throws Exception {
        SegmentEvent order = firstOrder();
        try (ClearingSubtasks subtasks = new ClearingSubtasks(1)) {
            subtasks.arrive(order);
            subtasks.restart(2);
            subtasks.restart(1);
            subtasks.passClock(order.event().position().timeMillis());
            assertThat(subtasks.published()).hasSize(2);
            subtasks.restart(1);
            subtasks.passClock(TradingDay.end());
            assertThat(subtasks.published()).hasSize(2);
        }
    }

    @Test
    void theEndOfTheLogsAppliesWhatWaitsAndRunsNoCall() throws Exception {
        List<SegmentEvent> events = TradingDay.events(SEED);
        SegmentEvent last = events.get(events.size() - 1);
        long lastTime = last.event().position().timeMillis();
        try (ClearingSubtasks subtasks = new ClearingSubtasks(1)) {
            for (SegmentEvent event : events) {
                subtasks.arrive(event);
            }
            subtasks.passClock(Watermark.MAX_WATERMARK.getTimestamp());
            assertThat(subtasks.published())
                    .isNotEmpty()
                    .allMatch(text -> Long.parseLong(text.split(" ")[1]) <= lastTime);
            List<String> said = List.copyOf(subtasks.published());
            subtasks.passClock(Watermark.MAX_WATERMARK.getTimestamp());
            assertThat(subtasks.published()).isEqualTo(said);
        }
    }

    /** Only what the rolling horizon lists, and what nobody ever traded, is not settled yet. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void nothingIsLeftOfWhatIsSettled(int parallelism) throws Exception {
        try (ClearingSubtasks subtasks = new ClearingSubtasks(parallelism)) {
            for (SegmentEvent event : TradingDay.events(SEED)) {
                subtasks.arrive(event);
            }
            subtasks.restart(parallelism);
            for (String segment : TradingDay.SEGMENTS) {
                assertThat(subtasks.stored(segment, SegmentState.EVENTS)).containsKey("chunk/0");
            }
            subtasks.passClock(TradingDay.START + 3 * TradingDay.HOUR);
            subtasks.restart(parallelism);
            for (String segment : TradingDay.SEGMENTS) {
                assertThat(kinds(subtasks, segment).keySet())
                        .containsExactlyInAnyOrder(
                                ACCOUNT, CONTRACT, ORDER, POSITION, CONDUCT, IDS);
            }
            subtasks.passClock(TradingDay.end());
            subtasks.restart(parallelism);
            for (String segment : TradingDay.SEGMENTS) {
                assertThat(subtasks.stored(segment, SegmentState.EVENTS)).isEmpty();
                assertThat(subtasks.stored(segment, SegmentState.ENTITIES).keySet())
                        .filteredOn(key -> !ChunkStore.isKey(key))
                        .containsExactlyInAnyOrder(
                                "segment",
                                "specification/" + TradingDay.market(segment),
                                "forecast/" + TradingDay.market(segment),
                                "history/" + TradingDay.market(segment));
                // One contract is in delivery until its telemetry is too late, the others trade.
                // Of accounts there are a regulator's, the house's three and the traders'.
                assertThat(kinds(subtasks, segment))
                        .isEqualTo(
                                Map.of(
                                        ACCOUNT, 4L + TradingDay.ACCOUNTS,
                                        CONTRACT, 1L + TradingDay.HORIZON));
            }
            assertThat(subtasks.timers()).isZero();
        }
    }

    /** Number of records of each kind in the chunks of a segment. */
    private static Map<Integer, Long> kinds(ClearingSubtasks subtasks, String segment)
            throws Exception {
        Map<String, byte[]> chunks = subtasks.stored(segment, SegmentState.ENTITIES);
        chunks.keySet().removeIf(key -> !ChunkStore.isKey(key));
        return new ChunkStore()
                .restore(chunks).stream()
                        .collect(Collectors.groupingBy(StoredRecord::kind, Collectors.counting()));
    }
}
