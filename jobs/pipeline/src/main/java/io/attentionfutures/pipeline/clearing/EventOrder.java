package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The events of one segment that wait for the clock, in the order of their log positions. Remembers
 * which of them a checkpoint already holds, so that the next one writes only the difference.
 */
final class EventOrder {
    private final PriorityQueue<MarketEvent> waiting =
            new PriorityQueue<>(Comparator.comparing(MarketEvent::position));
    private final Set<LogPosition> stored = new HashSet<>();

    void add(MarketEvent event) {
        waiting.add(event);
    }

    /** Adds an event that the last checkpoint holds. */
    void restore(MarketEvent event) {
        waiting.add(event);
        stored.add(event.position());
    }

    /** Removes and returns the first event with a time of at most {@code timeMillis}, or null. */
    MarketEvent pollUntil(long timeMillis) {
        MarketEvent first = waiting.peek();
        return first != null && first.position().timeMillis() <= timeMillis ? waiting.poll() : null;
    }

    int size() {
        return waiting.size();
    }

    /** Tells {@code changes} what a checkpoint must add and remove to hold what waits now. */
    void writeChanges(Changes changes) throws Exception {
        if (waiting.isEmpty() && stored.isEmpty()) {
            return;
        }
        Set<LogPosition> now = new HashSet<>();
        for (MarketEvent event : waiting) {
            now.add(event.position());
            if (!stored.contains(event.position())) {
                changes.add(event);
            }
        }
        for (LogPosition position : stored) {
            if (!now.contains(position)) {
                changes.remove(position);
            }
        }
        stored.clear();
        stored.addAll(now);
    }

    /** What a checkpoint must change. */
    interface Changes {
        void add(MarketEvent event) throws Exception;

        void remove(LogPosition position) throws Exception;
    }
}
