package io.attentionfutures.benchmarks.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.attentionfutures.benchmarks.BenchmarkReport;
import java.util.Map;

/** The comparison as a table or as JSON. */
final class EndToEndReport {
    private final BenchmarkReport report;

    EndToEndReport(Map<String, String> conditions, FlowOptions options) {
        report = new BenchmarkReport(conditions, options.json);
        report.array("results");
        report.text(
                "%-12s %s, parallel collector, huge pages; state %s; broker 1g%n",
                "job heap", options.heap, options.stateBackend);
        report.text(
                "%-12s %,d records a second of log time, calls every %d s, %,d accounts a"
                        + " segment%n%n",
                "log", options.recordsPerSecond, options.callIntervalSeconds, options.accounts);
        report.text(
                "%9s %8s %11s %9s | %10s %6s %6s | %10s %6s %6s | %6s %7s %8s%n",
                "contracts",
                "segments",
                "parallelism",
                "resting",
                "market r/s",
                "job us",
                "kafka",
                "identity",
                "job us",
                "kafka",
                "ratio",
                "out/in",
                "rejected");
    }

    void add(EndToEndResult result) {
        Throughput market = EndToEndResult.median(result.market());
        Throughput identity = EndToEndResult.median(result.identity());
        report.text(
                "%9d %8d %11d %9d | %,10.0f %6.2f %6.2f | %,10.0f %6.2f %6.2f | %6.3f %7.2f %7.2f%%%n",
                result.contracts(),
                result.segments(),
                result.parallelism(),
                result.restingOrders(),
                market.recordsPerSecond(),
                market.jobMicrosPerRecord(),
                market.brokerMicrosPerRecord(),
                identity.recordsPerSecond(),
                identity.jobMicrosPerRecord(),
                identity.brokerMicrosPerRecord(),
                result.ratio(),
                result.outputsPerRecord(),
                result.rejectedShare() * 100);
        report.row("results")
                .put("contracts", result.contracts())
                .put("segments", result.segments())
                .put("parallelism", result.parallelism())
                .put("resting_orders", result.restingOrders())
                .put("market_rps", market.recordsPerSecond())
                .put("identity_rps", identity.recordsPerSecond())
                .put("ratio", result.ratio())
                .put("market_cpu_micros", market.jobMicrosPerRecord())
                .put("identity_cpu_micros", identity.jobMicrosPerRecord())
                .put("market_broker_cpu_micros", market.brokerMicrosPerRecord())
                .put("identity_broker_cpu_micros", identity.brokerMicrosPerRecord())
                .put("outputs_per_record", result.outputsPerRecord())
                .put("rejected_share", result.rejectedShare());
    }

    void end() throws JsonProcessingException {
        report.end();
    }
}
