package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The events of one segment that wait for the clock, in the order of their log positions. Remembers
 * which of them a checkpoint already holds, so that the next one writes only the difference.
 *
 * <p>Each partition's events come in order already, so each has a lane of its own and only the
 * lanes are merged. A checkpoint stores the new events in chunks, sorted; as events leave in that
 * same order, what has left a chunk is always its beginning.
 */
final class EventOrder {
    /** Large enough that storing an event costs little, small enough to be read at once. */
    static final int CHUNK_EVENTS = 512;

    /** Logs whose names are made up for single markets come and go. */
    private static final int KEPT_LANES = 64;

    private static final Comparator<WaitingEvent> BY_POSITION =
            Comparator.comparing(waiting -> waiting.event().position());

    private final Map<String, Map<Integer, EventLane>> lanes = new HashMap<>();
    private final PriorityQueue<EventLane> heads = new PriorityQueue<>();
    private final Set<StoredChunk> begun = new LinkedHashSet<>();
    private int size;
    private int laneCount;
    private long nextChunk;

    void add(MarketEvent event) {
        add(new WaitingEvent(event));
    }

    private void add(WaitingEvent waiting) {
        EventLane lane = lane(waiting.event().position());
        if (lane.isEmpty()) {
            lane.add(waiting);
            heads.add(lane);
        } else if (lane.add(waiting)) {
            heads.remove(lane);
            heads.add(lane);
        }
        size++;
    }

    private EventLane lane(LogPosition position) {
        return lanes.computeIfAbsent(position.topic(), topic -> new HashMap<>())
                .computeIfAbsent(
                        position.partition(),
                        partition -> {
                            laneCount++;
                            return new EventLane(position.topic(), partition);
                        });
    }

    /**
     * Adds what a checkpoint holds.
     *
     * @param chunks stored chunks, in any order
     */
    void restore(List<StoredChunk> chunks) {
        List<WaitingEvent> all = new ArrayList<>();
        for (StoredChunk chunk : chunks) {
            nextChunk = Math.max(nextChunk, chunk.number() + 1);
            all.addAll(chunk.waiting());
        }
        all.sort(BY_POSITION);
        all.forEach(this::add);
    }

    /** Removes and returns the first event with a time of at most {@code timeMillis}, or null. */
    MarketEvent pollUntil(long timeMillis) {
        EventLane lane = heads.peek();
        if (lane == null || lane.firstMillis() > timeMillis) {
            return null;
        }
        heads.poll();
        WaitingEvent first = lane.removeFirst();
        size--;
        if (!lane.isEmpty()) {
            heads.add(lane);
        } else if (laneCount > KEPT_LANES) {
            lanes.get(lane.topic()).remove(lane.partition());
            lanes.computeIfPresent(lane.topic(), (topic, left) -> left.isEmpty() ? null : left);
            laneCount--;
        }
        if (first.chunk() != null) {
            first.chunk().take();
            begun.add(first.chunk());
        }
        return first.event();
    }

    int size() {
        return size;
    }

    /** Tells {@code changes} what a checkpoint must add and remove to hold what waits now. */
    void writeChanges(Changes changes) throws Exception {
        for (StoredChunk chunk : begun) {
            if (chunk.isEmpty()) {
                changes.remove(chunk);
            } else {
                changes.shorten(chunk);
            }
        }
        begun.clear();
        List<WaitingEvent> unstored = new ArrayList<>();
        for (Map<Integer, EventLane> partitions : lanes.values()) {
            for (EventLane lane : partitions.values()) {
                lane.unstored(unstored);
            }
        }
        unstored.sort(BY_POSITION);
        for (int from = 0; from < unstored.size(); from += CHUNK_EVENTS) {
            int to = Math.min(unstored.size(), from + CHUNK_EVENTS);
            changes.add(new StoredChunk(nextChunk++, List.copyOf(unstored.subList(from, to))));
        }
    }

    /** What a checkpoint must change. */
    interface Changes {
        /** Stores a new chunk. */
        void add(StoredChunk chunk) throws Exception;

        /** Stores how much of a chunk has left. */
        void shorten(StoredChunk chunk) throws Exception;

        /** Removes a chunk of which nothing waits any more. */
        void remove(StoredChunk chunk) throws Exception;
    }
}
