package io.attentionfutures.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a figure was measured on: without it no figure means anything. */
public final class Conditions {
    private Conditions() {}

    /** Returns the conditions of this moment, in the order in which they are shown. */
    public static Map<String, String> now() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("cpu", cpu());
        conditions.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        conditions.put(
                "loadAverage",
                String.format(
                        Locale.ROOT,
                        "%.2f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        conditions.put(
                "jvm",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        conditions.put(
                "os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        conditions.put("flink", EnvironmentInformation.getVersion());
        conditions.put("kafka", AppInfoParser.getVersion());
        return conditions;
    }

    private static String cpu() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
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
