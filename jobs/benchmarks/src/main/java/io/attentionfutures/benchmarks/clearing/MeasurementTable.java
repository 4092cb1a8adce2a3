package io.attentionfutures.benchmarks.clearing;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Conditions and figures as text. */
final class MeasurementTable {
    private static final String ROW = "%-40s %-42s %12s ± %-10s %-6s %11s ± %-9s %10s%n";

    private MeasurementTable() {}

    static void print(
            PrintStream out, Map<String, String> conditions, Collection<Measurement> figures) {
        conditions.forEach((name, value) -> out.printf(Locale.ROOT, "%-18s %s%n", name, value));
        out.println();
        out.printf(
                Locale.ROOT,
                ROW,
                "benchmark",
                "parameters",
                "wall clock",
                "99.9 %",
                "unit",
                "CPU ns/order",
                "99.9 %",
                "best");
        for (Measurement figure : figures) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    figure.benchmark(),
                    figure.parameters().entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining(" ")),
                    number(figure.wall()),
                    number(figure.wallError()),
                    figure.unit(),
                    number(figure.cpuNanosPerOrder()),
                    number(figure.cpuError()),
                    number(figure.leastCpuNanosPerOrder()));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }
}
