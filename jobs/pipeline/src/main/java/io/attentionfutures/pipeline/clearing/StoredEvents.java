package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.MarketEventCodec;
import io.attentionfutures.market.store.ByteInput;
import io.attentionfutures.market.store.ByteOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;

/**
 * Layout of the waiting events in the state of the current key:
 *
 * <pre>
 * chunk/NUMBER      number of events, then the events in the order of their positions
 * taken/NUMBER      how many of them have left; missing for none
 * TIME/POSITION     one event, as versions before there were chunks stored it
 * </pre>
 */
final class StoredEvents implements EventOrder.Changes {
    private static final String CHUNK = "chunk/";
    private static final String TAKEN = "taken/";

    private final MapState<String, byte[]> state;

    StoredEvents(MapState<String, byte[]> state) {
        this.state = state;
    }

    @Override
    public void add(StoredChunk chunk) throws Exception {
        ByteOutput out = new ByteOutput(1 << 14);
        List<WaitingEvent> events = chunk.waiting();
        out.writeInt(events.size());
        for (WaitingEvent waiting : events) {
            MarketEventCodec.write(waiting.event(), out);
        }
        state.put(CHUNK + chunk.key(), out.toByteArray());
    }

    @Override
    public void shorten(StoredChunk chunk) throws Exception {
        ByteOutput out = new ByteOutput(Integer.BYTES);
        out.writeInt(chunk.taken());
        state.put(TAKEN + chunk.key(), out.toByteArray());
    }

    @Override
    public void remove(StoredChunk chunk) throws Exception {
        if (chunk.number() == StoredChunk.UNNUMBERED) {
            state.remove(chunk.key());
        } else {
            state.remove(CHUNK + chunk.key());
            state.remove(TAKEN + chunk.key());
        }
    }

    /** Reads all chunks of the current key. */
    static List<StoredChunk> read(MapState<String, byte[]> state) throws Exception {
        List<StoredChunk> chunks = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : state.entries()) {
            String key = entry.getKey();
            if (key.startsWith(CHUNK)) {
                String number = key.substring(CHUNK.length());
                byte[] taken = state.get(TAKEN + number);
                chunks.add(
                        read(
                                number,
                                new ByteInput(entry.getValue()),
                                taken == null ? 0 : new ByteInput(taken).readInt()));
            } else if (!key.startsWith(TAKEN)) {
                WaitingEvent event =
                        new WaitingEvent(MarketEventCodec.read(new ByteInput(entry.getValue())));
                chunks.add(new StoredChunk(StoredChunk.UNNUMBERED, key, List.of(event), 1, 0));
            }
        }
        return chunks;
    }

    private static StoredChunk read(String number, ByteInput in, int taken) throws IOException {
        int size = in.readInt();
        List<WaitingEvent> waiting = new ArrayList<>(size - taken);
        for (int i = 0; i < size; i++) {
            WaitingEvent event = new WaitingEvent(MarketEventCodec.read(in));
            if (i >= taken) {
                waiting.add(event);
            }
        }
        return new StoredChunk(Long.parseLong(number), number, waiting, size, taken);
    }
}
