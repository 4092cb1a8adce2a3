package io.attentionfutures.benchmarks.chaos;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What figures were measured under. */
final class Conditions {
    private Conditions() {}

    static List<String> lines(long seed, int hours, int seconds) {
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "machine: %s, %d processors, load average %.1f, %s %s",
                        processor(),
                        runtime.availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version")),
                String.format(
                        "java: %s %s",
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version")),
                "versions: Flink "
                        + org.apache.flink.runtime.util.EnvironmentInformation.getVersion()
                        + ", Kafka "
                        + org.apache.kafka.common.utils.AppInfoParser.getVersion(),
                "processes: 1 or 3 brokers (heap 384 MiB), a JobManager (384 MiB), 2 TaskManagers"
                        + " (512 MiB, 2 slots), all with the client compiler only",
                "flink: a checkpoint each second, heartbeat timeout 5 s, restart delay 1 s,"
                        + " ZooKeeper session 5 s",
                String.format(
                        Locale.ROOT,
                        "flow: seed %d, %d h of 2 markets in 2 segments, played in %d s",
                        seed,
                        hours,
                        seconds));
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
