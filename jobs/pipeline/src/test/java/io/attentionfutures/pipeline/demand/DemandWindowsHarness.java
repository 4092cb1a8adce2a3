package io.attentionfutures.pipeline.demand;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Hourly demand windows that close a minute late, without a cluster. */
final class DemandWindowsHarness implements AutoCloseable {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long LATENESS = MINUTE;
    static final String MARKET = "H100.EUW1";

    final KeyedOneInputStreamOperatorTestHarness<String, Usage, Demand> flink;

    private DemandWindowsHarness(DemandWindows windows, OperatorSubtaskState state)
            throws Exception {
        flink =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(windows), Usage::market, Types.STRING);
        flink.setup(DemandSerializer.TYPE.createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            flink.initializeState(state);
        }
        flink.open();
    }

    static DemandPeriods periods() {
        return new DemandPeriods(
                Duration.ofHours(1),
                Map.of("A100.USE1", Duration.ofMinutes(10)),
                Duration.ofMillis(LATENESS));
    }

    static DemandWindowsHarness open(CapacityRule rule, int retireAfter) throws Exception {
        return new DemandWindowsHarness(new DemandWindows(periods(), rule, retireAfter), null);
    }

    static DemandWindowsHarness restore(OperatorSubtaskState state, int retireAfter)
            throws Exception {
        return new DemandWindowsHarness(
                new DemandWindows(periods(), CapacityRule.SUM, retireAfter), state);
    }

    /** A sample in the hour with that number. */
    void sample(String tenant, long hour, double used, double capacity) throws Exception {
        sample(new Usage(MARKET, tenant, "", hour * HOUR, used, capacity));
    }

    /** What a provider has online in the hour with that number. */
    void online(String provider, long hour, double units) throws Exception {
        sample(new Usage(MARKET, "", provider, hour * HOUR, 0, units));
    }

    void sample(Usage usage) throws Exception {
        flink.processElement(usage, usage.windowStartMillis());
    }

    /** Moves the clock to where the hour with that number closes. */
    void closeHour(long hour) throws Exception {
        flink.processWatermark((hour + 1) * HOUR + LATENESS);
    }

    List<Demand> demand() {
        return flink.extractOutputValues();
    }

    @Override
    public void close() throws Exception {
        flink.close();
    }
}
