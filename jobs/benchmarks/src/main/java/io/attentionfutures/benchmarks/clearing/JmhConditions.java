package io.attentionfutures.benchmarks.clearing;

import io.attentionfutures.benchmarks.Conditions;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** What the figures were measured on. */
final class JmhConditions {
    private JmhConditions() {}

    static Map<String, String> of(Collection<RunResult> runs, double loadBefore) {
        Map<String, String> conditions = Conditions.now();
        conditions.put(
                "loadAverage", String.format(Locale.ROOT, "%.2f to %.2f", loadBefore, load()));
        for (RunResult run : runs) {
            BenchmarkParams params = run.getParams();
            conditions.put("jvm", params.getVmName() + " " + params.getVmVersion());
            conditions.put("jmh", params.getJmhVersion());
            String name = params.getBenchmark();
            String kind = name.substring(0, name.lastIndexOf('.'));
            conditions.put(
                    kind.substring(kind.lastIndexOf('.') + 1),
                    String.join(" ", params.getJvmArgs())
                            + "; warm-up "
                            + params.getWarmup()
                            + "; measured "
                            + params.getMeasurement());
        }
        return conditions;
    }

    /** Runnable threads of the whole machine over the last minute, negative if unknown. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
