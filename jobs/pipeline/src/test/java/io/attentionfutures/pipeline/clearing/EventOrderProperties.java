package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Events leave in the order of their positions, whatever order they came in and is stored. */
class EventOrderProperties {
    private final RecordingMapState events = new RecordingMapState();

    /** Beside it a plain sorted list; now and then a checkpoint, and a restart from it. */
    @Property(tries = 300)
    void leavesAsASortedListDoes(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 100) int logs,
            @ForAll boolean inOrder,
            @ForAll @IntRange(min = 0, max = 2_000) int count)
            throws Exception {
        events.clear();
        Random random = new Random(seed);
        EventOrder order = new EventOrder();
        List<MarketEvent> expected = new ArrayList<>();
        Map<Integer, Long> clocks = new HashMap<>();
        long passed = 0;
        for (int i = 0; i < count; i++) {
            int log = random.nextInt(logs);
            long time =
                    inOrder
                            ? Math.max(passed, clocks.getOrDefault(log, 0L)) + random.nextInt(3)
                            : passed + random.nextInt(1_000);
            clocks.put(log, time);
            MarketEvent event = event(time, log, i);
            order.add(event);
            expected.add(event);
            int chance = random.nextInt(100);
            if (chance < 3) {
                passed += random.nextInt(200);
                leave(order, expected, passed);
            } else if (chance < 5) {
                order.writeChanges(new StoredEvents(events));
            } else if (chance == 5) {
                order.writeChanges(new StoredEvents(events));
                order = new EventOrder();
                order.restore(StoredEvents.read(events));
            }
            assertThat(order.size()).isEqualTo(expected.size());
        }
        leave(order, expected, Long.MAX_VALUE);
        order.writeChanges(new StoredEvents(events));
        assertThat(events.isEmpty()).isTrue();
    }

    private static void leave(EventOrder order, List<MarketEvent> expected, long untilMillis) {
        expected.sort(Comparator.comparing(MarketEvent::position));
        while (!expected.isEmpty() && expected.get(0).position().timeMillis() <= untilMillis) {
            assertThat(order.pollUntil(untilMillis)).isEqualTo(expected.remove(0));
        }
        assertThat(order.pollUntil(untilMillis)).isNull();
    }

    private static MarketEvent event(long time, int log, long offset) {
        return new MarketEvent.CancelOrder(
                new LogPosition(time, "log-" + log / 4, log % 4, offset), "a", "b", "c", "d");
    }
}
