package io.attentionfutures.training;

import io.attentionfutures.forecast.model.SeriesMetrics;
import java.util.List;

/** Errors as a table for reading: per series the model and the simple forecasters. */
public final class MetricsTable {

    private MetricsTable() {}

    /** The table, one line per measurement; the best of each series is marked with a star. */
    public static String of(List<SeriesMetrics> metrics) {
        int width = metrics.stream().mapToInt(m -> m.series().length()).max().orElse(6);
        width = Math.max(width, "series".length());
        StringBuilder table = new StringBuilder();
        table.append(
                String.format(
                        "%-" + width + "s  %-10s %12s %12s %8s %8s %8s%n",
                        "series",
                        "forecaster",
                        "MAE",
                        "RMSE",
                        "MASE",
                        "WAPE",
                        "origins"));
        for (SeriesMetrics m : metrics) {
            boolean best =
                    metrics.stream()
                            .filter(other -> other.series().equals(m.series()))
                            .allMatch(other -> other.mae() >= m.mae());
            table.append(
                    String.format(
                            "%-" + width + "s  %-10s %12s %12s %8.4f %8.4f %8d%s%n",
                            m.series(),
                            m.forecaster(),
                            short4(m.mae()),
                            short4(m.rmse()),
                            m.mase(),
                            m.wape(),
                            m.origins(),
                            best ? " *" : ""));
        }
        return table.toString();
    }

    private static String short4(double value) {
        return String.format("%.4g", value);
    }
}
