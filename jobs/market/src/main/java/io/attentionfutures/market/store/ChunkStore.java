package io.attentionfutures.market.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records in an {@link EntityStore}, many under each key, so that a record costs as much as its
 * bytes and not as much as a key. As in a log, the new form of a record is written behind all
 * others and its old form is left where it is; chunks of which less than a quarter is new are
 * written together again. So a record is written one to two times for each change, and takes at
 * most about four times its bytes.
 *
 * <pre>
 * chunk/NUMBER   layout version, then for each slot: length of what follows, kind, content
 * live/NUMBER    the slots that hold the newest form of a record, a bit each; missing for all
 * </pre>
 *
 * <p>Between {@link #begin} and {@link #finish} records are put; what the store then holds are all
 * that were put and not freed. Not thread-safe.
 */
public final class ChunkStore {
    static final String CHUNK = "chunk/";
    static final String LIVE = "live/";

    /** Versions that knew no chunks read every value, and refuse what is not of version 1. */
    private static final int VERSION = 2;

    private static final int TARGET_BYTES = 1 << 16;

    /** Length of a slot's content and its kind. */
    private static final int SLOT_HEADER = Integer.BYTES + 1;

    private final ByteOutput out = new ByteOutput(TARGET_BYTES + (TARGET_BYTES >> 2));

    /** Chunks in which slots were freed. */
    private final List<Chunk> freed = new ArrayList<>();

    /** Chunks that are small, each longer than the one after it. */
    private final Deque<Chunk> small = new ArrayDeque<>();

    private EntityStore store;
    private Chunk open;
    private long nextNumber;

    /** Writes the content of a record. */
    @FunctionalInterface
    public interface Content {
        void write(DataOutput out) throws IOException;
    }

    /** Begins to write to a store: the one that all that was put before is in. */
    public void begin(EntityStore into) {
        store = into;
    }

    /**
     * Stores the form that a record has now, in place of an earlier one.
     *
     * @param kind says how the content is to be read
     */
    public void put(Stored record, int kind, Content content) {
        free(record);
        int start = openSlot(record);
        out.writeInt(0);
        out.writeByte(kind);
        try {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.setInt(start, out.size() - start - SLOT_HEADER);
        sealIfFull();
    }

    /** Forgets a record; does nothing if it is not stored. */
    public void free(Stored record) {
        Chunk chunk = record.chunk;
        if (chunk != null) {
            chunk.free(record);
            if (!chunk.freed) {
                chunk.freed = true;
                freed.add(chunk);
            }
        }
    }

    /** Writes what is not yet written. */
    public void finish() {
        for (int i = 0; i < freed.size(); i++) {
            Chunk chunk = freed.get(i);
            if (chunk != open && !chunk.removed && chunk.isSparse()) {
                move(chunk);
            }
        }
        small.removeIf(chunk -> chunk.removed);
        while (open != null && !small.isEmpty() && small.peek().bytes <= out.size()) {
            move(small.pop());
        }
        seal();
        for (Chunk chunk : freed) {
            chunk.freed = false;
            if (!chunk.removed) {
                store.put(chunk.liveKey(), chunk.liveSlots().toByteArray());
            }
        }
        freed.clear();
        store = null;
    }

    /**
     * Takes over what is stored. Each record that is returned has to be {@linkplain
     * StoredRecord#belongsTo given} to what it is read into.
     *
     * @param entities all that was ever left under keys that {@linkplain #isKey are} of chunks
     * @throws IllegalArgumentException if a value was written by another version, or is damaged
     */
    public List<StoredRecord> restore(Map<String, byte[]> entities) {
        SortedMap<Long, byte[]> contents = new TreeMap<>();
        entities.forEach(
                (key, content) -> {
                    if (key.startsWith(CHUNK)) {
                        contents.put(Long.parseLong(key.substring(CHUNK.length())), content);
                    }
                });
        List<StoredRecord> records = new ArrayList<>();
        contents.forEach(
                (number, content) -> {
                    Chunk chunk = new Chunk(number);
                    byte[] used = entities.get(chunk.liveKey());
                    read(chunk, content, used == null ? null : BitSet.valueOf(used), records);
                    nextNumber = number + 1;
                    if (chunk.bytes < TARGET_BYTES) {
                        small.push(chunk);
                    }
                });
        return records;
    }

    /** Whether a key is one of those that this stores under. */
    public static boolean isKey(String key) {
        return key.startsWith(CHUNK) || key.startsWith(LIVE);
    }

    private static void read(Chunk chunk, byte[] content, BitSet used, List<StoredRecord> records) {
        if (content.length == 0 || content[0] != VERSION) {
            throw new IllegalArgumentException(
                    chunk.key()
                            + (content.length == 0
                                    ? " is empty"
                                    : " has layout version " + content[0])
                            + ", this program reads version "
                            + VERSION);
        }
        ByteBuffer in = ByteBuffer.wrap(content, 1, content.length - 1);
        int slot = 0;
        try {
            for (; in.hasRemaining(); slot++) {
                int length = in.getInt();
                int kind = in.get();
                int start = in.position();
                in.position(Math.addExact(start, length));
                if (used == null || used.get(slot)) {
                    DataInput record = new ByteInput(content, start, length);
                    records.add(new StoredRecord(kind, record, chunk, slot));
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    chunk.key() + " is damaged in its record " + slot, e);
        }
        if (used != null && used.length() > slot) {
            throw new IllegalArgumentException(
                    chunk.liveKey() + " is damaged: names more than " + slot + " records");
        }
        chunk.reserve(slot);
        chunk.bytes = content.length;
    }

    private int openSlot(Stored record) {
        if (open == null) {
            open = new Chunk(nextNumber++);
            out.clear();
            out.writeByte(VERSION);
        }
        open.add(record);
        return out.size();
    }

    private void sealIfFull() {
        if (out.size() >= TARGET_BYTES) {
            seal();
        }
    }

    private void seal() {
        if (open == null) {
            return;
        }
        open.seal(out.size());
        store.put(open.key(), out.toByteArray());
        if (open.bytes < TARGET_BYTES) {
            small.push(open);
        }
        open = null;
    }

    /** Writes what is in use of a chunk behind all others, and removes the chunk. */
    private void move(Chunk chunk) {
        if (!chunk.isEmpty()) {
            byte[] content = store.get(chunk.key());
            ByteBuffer in = ByteBuffer.wrap(content, 1, content.length - 1);
            for (int slot = 0; slot < chunk.size(); slot++) {
                int start = in.position();
                int length = SLOT_HEADER + in.getInt();
                in.position(start + length);
                Stored record = chunk.at(slot);
                if (record != null) {
                    openSlot(record);
                    out.write(content, start, length);
                    sealIfFull();
                }
            }
        }
        chunk.removed = true;
        store.remove(chunk.key());
        store.remove(chunk.liveKey());
    }
}
