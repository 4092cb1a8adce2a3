package io.attentionfutures.market.store;

import java.io.DataInput;

/** A record of a chunk on its way back to what it was written from. */
public final class StoredRecord {
    private final int kind;
    private final DataInput content;
    private final Chunk chunk;
    private final int slot;

    StoredRecord(int kind, DataInput content, Chunk chunk, int slot) {
        this.kind = kind;
        this.content = content;
        this.chunk = chunk;
        this.slot = slot;
    }

    /** Says how the content is to be read. */
    public int kind() {
        return kind;
    }

    /** What was written; ends where it ended. */
    public DataInput content() {
        return content;
    }

    /** Says what was read from the content: it need not be put again. */
    public void belongsTo(Stored record) {
        chunk.fill(slot, record);
    }
}
