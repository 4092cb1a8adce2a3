package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.LogPosition;
import java.util.List;

/** The waiting events of one partition of a log, in the order of their positions. */
final class EventLane implements Comparable<EventLane> {
    private final String topic;
    private final int partition;
    private WaitingEvent[] ring = new WaitingEvent[16];
    private int head;
    private int size;
    private long firstMillis;

    /** How many at the end no checkpoint holds; what is in order before them is stored. */
    private int unstored;

    EventLane(String topic, int partition) {
        this.topic = topic;
        this.partition = partition;
    }

    String topic() {
        return topic;
    }

    int partition() {
        return partition;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Time of the first event; only of a lane that is not empty. */
    long firstMillis() {
        return firstMillis;
    }

    /** Adds an event at its place, nearly always the end; returns whether it is the first now. */
    boolean add(WaitingEvent waiting) {
        if (size == ring.length) {
            grow();
        }
        int place = size;
        LogPosition position = waiting.event().position();
        while (place > 0 && at(place - 1).event().position().compareTo(position) > 0) {
            set(place, at(place - 1));
            place--;
        }
        set(place, waiting);
        size++;
        // Where order is broken, stored and new events mix.
        unstored = place == size - 1 && waiting.chunk() == null ? unstored + 1 : size;
        if (place == 0) {
            firstMillis = position.timeMillis();
        }
        return place == 0;
    }

    private void grow() {
        WaitingEvent[] larger = new WaitingEvent[2 * ring.length];
        for (int i = 0; i < size; i++) {
            larger[i] = at(i);
        }
        ring = larger;
        head = 0;
    }

    private WaitingEvent at(int place) {
        return ring[(head + place) & (ring.length - 1)];
    }

    private void set(int place, WaitingEvent waiting) {
        ring[(head + place) & (ring.length - 1)] = waiting;
    }

    WaitingEvent removeFirst() {
        WaitingEvent first = at(0);
        set(0, null);
        head = (head + 1) & (ring.length - 1);
        size--;
        unstored = Math.min(unstored, size);
        if (size > 0) {
            firstMillis = at(0).event().position().timeMillis();
        }
        return first;
    }

    /** Adds to a list all that no checkpoint holds; the next one will. */
    void unstored(List<WaitingEvent> all) {
        for (int place = size - unstored; place < size; place++) {
            if (at(place).chunk() == null) {
                all.add(at(place));
            }
        }
        unstored = 0;
    }

    /** The order of the first events, of lanes that are not empty. */
    @Override
    public int compareTo(EventLane other) {
        int order = Long.compare(firstMillis, other.firstMillis);
        if (order == 0) {
            order = topic.compareTo(other.topic);
        }
        return order != 0 ? order : Integer.compare(partition, other.partition);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return 31 * topic.hashCode() + partition;
    }
}
