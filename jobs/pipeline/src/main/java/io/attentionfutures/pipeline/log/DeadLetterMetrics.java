package io.attentionfutures.pipeline.log;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts dead letters: {@code deadLetters}, which is there from the start, so that a rate sees the
 * first one, and {@code deadLetters} by {@code reason}, each from its first on.
 */
final class DeadLetterMetrics {
    private final MetricGroup group;
    private final Counter all;
    private final Map<String, Counter> byReason = new HashMap<>();

    DeadLetterMetrics(MetricGroup group) {
        this.group = group;
        all = group.counter("deadLetters");
    }

    /**
     * @param reason one of the decoders' codes, so there are few
     */
    void count(String reason) {
        all.inc();
        byReason.computeIfAbsent(
                        reason, code -> group.addGroup("reason", code).counter("deadLetters"))
                .inc();
    }
}
