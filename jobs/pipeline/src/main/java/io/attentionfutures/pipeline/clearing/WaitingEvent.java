package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.MarketEvent;

/** An event that waits, and where a checkpoint holds it, if one does. */
final class WaitingEvent {
    private final MarketEvent event;
    private StoredChunk chunk;

    WaitingEvent(MarketEvent event) {
        this.event = event;
    }

    MarketEvent event() {
        return event;
    }

    /** The chunk that holds it; null if no checkpoint does. */
    StoredChunk chunk() {
        return chunk;
    }

    void storedIn(StoredChunk where) {
        chunk = where;
    }
}
