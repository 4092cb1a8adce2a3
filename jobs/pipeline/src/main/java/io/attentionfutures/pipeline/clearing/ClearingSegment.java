package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketOutput;
import java.util.function.Consumer;

/**
 * A clearing house and the events that wait for its clock. Events are applied in the order of their
 * log positions once the watermark has passed them, so what the house says is a function of the
 * logs alone. Not thread-safe.
 */
public final class ClearingSegment {
    private final String name;
    private final ClearingHouse house;
    private final EventOrder events;

    /** Opens a segment that knows nothing yet. */
    public ClearingSegment(String name) {
        this(name, new ClearingHouse(name), new EventOrder());
    }

    ClearingSegment(String name, ClearingHouse house, EventOrder events) {
        this.name = name;
        this.house = house;
        this.events = events;
    }

    /** Adds an event, in any order, that no watermark has passed yet. */
    public void add(MarketEvent event) {
        events.add(event);
    }

    /**
     * Applies all events up to the watermark, and runs all calls and deadlines after it.
     *
     * @return whether any event was applied
     */
    public boolean advance(long watermark, Consumer<MarketOutput> out) {
        boolean applied = false;
        MarketEvent event;
        while ((event = events.pollUntil(watermark)) != null) {
            // Anybody can name a segment that does not exist. It rejects, and remembers nothing.
            boolean nowhere = house.isEmpty() && !founds(event);
            (nowhere ? new ClearingHouse(name) : house).apply(event, out);
            applied = true;
        }
        if (watermark != Long.MAX_VALUE) {
            // A call at T takes what came before T, and nothing before watermark + 1 can come.
            house.advanceTo(watermark + 1, out);
        }
        return applied;
    }

    /** Whether a segment begins with an event like this. */
    private static boolean founds(MarketEvent event) {
        return event instanceof MarketEvent.SpecificationChanged
                || event instanceof MarketEvent.AccountChanged;
    }

    /** Whether there is nothing that a checkpoint must hold. */
    boolean isEmpty() {
        return house.isEmpty() && events.size() == 0;
    }

    ClearingHouse house() {
        return house;
    }

    EventOrder events() {
        return events;
    }
}
