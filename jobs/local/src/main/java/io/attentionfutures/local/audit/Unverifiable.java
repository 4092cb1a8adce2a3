package io.attentionfutures.local.audit;

import java.util.Map;
import java.util.TreeMap;

/** From which time on a segment cannot be recomputed, because input is no longer kept. */
final class Unverifiable {
    private final Map<String, Long> fromMillis = new TreeMap<>();

    void from(String segment, long timeMillis) {
        fromMillis.merge(segment, timeMillis, Math::min);
    }

    boolean covers(String segment, long timeMillis) {
        Long from = fromMillis.get(segment);
        return from != null && timeMillis >= from;
    }

    /** Returns the times by segment. */
    Map<String, Long> fromMillis() {
        return fromMillis;
    }
}
