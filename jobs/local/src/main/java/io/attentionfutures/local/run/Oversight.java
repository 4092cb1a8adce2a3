package io.attentionfutures.local.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.attentionfutures.schemas.Alert;
import io.attentionfutures.schemas.AuditRecord;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the clearing house decided about records, what it enacted, and what was noticed. */
final class Oversight {
    private final Map<String, Long> rejected = new TreeMap<>();
    private final Map<String, Long> enacted = new TreeMap<>();
    private final Map<String, Long> alerts = new TreeMap<>();
    private long records;
    private long accepted;

    /**
     * What was counted.
     *
     * @param records all audit records
     * @param accepted records that did what they say
     * @param rejected records that were refused, by code
     * @param enacted what the market did by its own rules, by kind
     * @param alerts alerts, by rule
     */
    record Counts(
            @JsonProperty("audit_records") long records,
            long accepted,
            Map<String, Long> rejected,
            Map<String, Long> enacted,
            Map<String, Long> alerts) {
        /** Returns how often the market did something by its own rules. */
        long enacted(String kind) {
            return enacted.getOrDefault(kind, 0L);
        }
    }

    void add(AuditRecord record) {
        records++;
        switch (record.getDecision()) {
            case ACCEPTED -> accepted++;
            case REJECTED -> rejected.merge(record.getRejectionCode(), 1L, Long::sum);
            case ENACTED -> enacted.merge(record.getKind(), 1L, Long::sum);
            case UNKNOWN -> throw new IllegalStateException("unknown decision: " + record);
        }
    }

    void add(Alert alert) {
        alerts.merge(alert.getKind(), 1L, Long::sum);
    }

    Counts counts() {
        return new Counts(
                records,
                accepted,
                new TreeMap<>(rejected),
                new TreeMap<>(enacted),
                new TreeMap<>(alerts));
    }
}
