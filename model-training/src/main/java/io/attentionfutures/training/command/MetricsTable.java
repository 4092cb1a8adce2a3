package io.attentionfutures.training.command;

import io.attentionfutures.training.report.ForecasterResult;
import java.util.List;
import java.util.Locale;

/** Errors as a table for reading: per series the model and the simple forecasters. */
final class MetricsTable {

    private MetricsTable() {}

    /** The table, one line per measurement; the best of each series is marked with a star. */
    static String of(List<ForecasterResult> results) {
        TextTable table =
                new TextTable(
                        "series",
                        "forecaster",
                        "MAE",
                        "RMSE",
                        "MASE",
                        "WAPE",
                        "pinball",
                        "90 %",
                        "origins",
                        "");
        for (ForecasterResult r : results) {
            boolean best =
                    results.stream()
                            .filter(other -> other.series().equals(r.series()))
                            .allMatch(other -> other.mae() >= r.mae());
            table.row(
                    r.series(),
                    r.forecaster(),
                    digits(r.mae()),
                    digits(r.rmse()),
                    String.format(Locale.ROOT, "%.4f", r.mase()),
                    String.format(Locale.ROOT, "%.4f", r.wape()),
                    digits(r.pinball()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * r.coverage90()),
                    Integer.toString(r.origins()),
                    best ? "*" : "");
        }
        return table.toString();
    }

    /** Four significant digits. */
    static String digits(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
