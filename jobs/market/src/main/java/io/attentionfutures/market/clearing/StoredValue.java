package io.attentionfutures.market.clearing;

import io.attentionfutures.market.store.Stored;
import io.attentionfutures.market.store.StoredRecord;
import java.io.DataInput;

/**
 * What was stored of an entity, behind the version of its layout.
 *
 * @param record where in a chunk it is, null if it has a key of its own
 */
record StoredValue(DataInput content, StoredRecord record) {
    /** Says what was read from it, and returns whether that is in a chunk. */
    boolean isIn(Stored entity) {
        if (record != null) {
            record.belongsTo(entity);
        }
        return record != null;
    }
}
