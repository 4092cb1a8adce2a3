package io.attentionfutures.market.clearing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Ids of records that may still come a second time: those of the last week. */
final class RecentIds {
    private static final long REMEMBERED_MILLIS = 7 * 86_400_000L;

    private final TreeMap<String, Long> timeById = new TreeMap<>();

    /** Forgets what is older than a week, and returns whether the id is still known. */
    boolean contains(String id, long nowMillis) {
        timeById.values().removeIf(time -> time < nowMillis - REMEMBERED_MILLIS);
        return timeById.containsKey(id);
    }

    void add(String id, long nowMillis) {
        timeById.put(id, nowMillis);
    }

    void write(DataOutput out) throws IOException {
        Binary.writeInt(out, timeById.size());
        for (Map.Entry<String, Long> entry : timeById.entrySet()) {
            Binary.writeText(out, entry.getKey());
            Binary.writeLong(out, entry.getValue());
        }
    }

    /** Adds what was written. */
    void readInto(DataInput in) throws IOException {
        for (int left = Binary.readInt(in); left > 0; left--) {
            timeById.put(Binary.readText(in), Binary.readLong(in));
        }
    }
}
