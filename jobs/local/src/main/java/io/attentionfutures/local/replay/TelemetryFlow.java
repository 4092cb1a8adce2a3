package io.attentionfutures.local.replay;

import io.attentionfutures.forecast.telemetry.TelemetrySample;
import io.attentionfutures.local.agents.TimedRecord;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.UsageSample;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Telemetry in the order in which it becomes known: the rows of the trace each at the end of its
 * step, what providers have online in the middle of each delivery period.
 */
final class TelemetryFlow {
    static {
        AvroSafety.apply();
    }

    private final MarketPlan plan;
    private final Iterator<TelemetrySample> rows;
    private final Deque<TimedRecord> reports = new ArrayDeque<>();
    private TelemetrySample next;
    private long nextPeriod;

    TelemetryFlow(MarketPlan plan) {
        this.plan = plan;
        this.rows =
                plan.trace().rows().stream()
                        .sorted(Comparator.comparingLong(plan.trace()::knownAtMillis))
                        .iterator();
        this.nextPeriod = plan.startMillis();
        advance();
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }

    /** Hands over all that is known before {@code timeMillis}. */
    void until(long timeMillis, Consumer<TimedRecord> receiver) {
        while (true) {
            long row = next == null ? Long.MAX_VALUE : plan.trace().knownAtMillis(next);
            long report = nextReport(Math.min(row, timeMillis));
            if (Math.min(row, report) >= timeMillis) {
                return;
            }
            if (row <= report) {
                receiver.accept(usage(row, next));
                advance();
            } else {
                receiver.accept(reports.poll());
            }
        }
    }

    /** Returns the time of the next report, if it is before a time. */
    private long nextReport(long beforeMillis) {
        while (reports.isEmpty() && nextPeriod + plan.periodMillis() / 2 < beforeMillis) {
            report(nextPeriod);
            nextPeriod += plan.periodMillis();
        }
        return reports.isEmpty() ? Long.MAX_VALUE : reports.peek().timeMillis();
    }

    private void report(long periodStart) {
        long time = periodStart + plan.periodMillis() / 2;
        for (ContractSpecification market : plan.specifications()) {
            ContractCode contract =
                    new ContractCode(market.getMarket(), periodStart, plan.periodMillis());
            for (Map.Entry<String, Double> online :
                    plan.participants().online(contract, market).entrySet()) {
                reports.add(
                        record(
                                time,
                                new UsageSample(
                                        market.getMarket(),
                                        "",
                                        Instant.ofEpochMilli(time),
                                        0.0,
                                        online.getValue(),
                                        online.getKey())));
            }
        }
    }

    private static TimedRecord usage(long knownAtMillis, TelemetrySample row) {
        return record(
                knownAtMillis,
                new UsageSample(
                        row.resource(),
                        row.tenant(),
                        Instant.ofEpochMilli(row.timeMillis()),
                        row.used(),
                        row.capacity(),
                        ""));
    }

    private static TimedRecord record(long timeMillis, UsageSample sample) {
        return new TimedRecord(timeMillis, Topic.TELEMETRY, sample.getMarket(), sample);
    }
}
