package io.attentionfutures.benchmarks.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the comparison as a table or as JSON. */
final class EndToEndReport {
    private final boolean json;

    EndToEndReport(boolean json) {
        this.json = json;
    }

    void begin(Map<String, String> conditions, FlowOptions options) {
        if (json) {
            return;
        }
        conditions.forEach((name, value) -> System.out.printf("%-12s %s%n", name, value));
        System.out.printf(
                Locale.ROOT,
                "%-12s %s, parallel collector; state %s; broker 1g%n",
                "job heap",
                options.heap,
                options.stateBackend);
        System.out.printf(
                Locale.ROOT,
                "%-12s %,d records a second of log time, calls every %d s, %,d accounts a"
                        + " segment%n",
                "log",
                options.recordsPerSecond,
                options.callIntervalSeconds,
                options.accounts);
        System.out.println();
        System.out.printf(
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
        if (json) {
            return;
        }
        Throughput market = EndToEndResult.median(result.market());
        Throughput identity = EndToEndResult.median(result.identity());
        System.out.printf(
                Locale.ROOT,
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
    }

    void end(Map<String, String> conditions, List<EndToEndResult> results)
            throws JsonProcessingException {
        if (!json) {
            return;
        }
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode all = mapper.createObjectNode();
        all.set("conditions", mapper.valueToTree(conditions));
        ArrayNode rows = all.putArray("results");
        for (EndToEndResult result : results) {
            Throughput market = EndToEndResult.median(result.market());
            Throughput identity = EndToEndResult.median(result.identity());
            rows.addObject()
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
        System.out.println(mapper.writeValueAsString(all));
    }
}
