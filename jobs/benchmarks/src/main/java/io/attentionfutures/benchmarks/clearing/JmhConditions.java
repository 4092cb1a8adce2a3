package io.attentionfutures.benchmarks.clearing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** What the figures were measured on. */
final class JmhConditions {
    private JmhConditions() {}

    static Map<String, String> of(Collection<RunResult> runs, double loadBefore) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("cpu", cpu());
        conditions.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        conditions.put(
                "load average", String.format(Locale.ROOT, "%.1f to %.1f", loadBefore, load()));
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

    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            // Only Linux tells.
            return System.getProperty("os.arch");
        }
    }
}
