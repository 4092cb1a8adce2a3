package io.attentionfutures.training.command;

import io.attentionfutures.training.evaluation.EvaluatedSeries;
import io.attentionfutures.training.evaluation.EvaluatedSeries.ModelErrors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an evaluation came to, for reading. */
final class EvaluationTables {

    private EvaluationTables() {}

    /** All errors; the smallest mean absolute error of each series has a star. */
    static String errors(List<EvaluatedSeries> results) {
        TextTable table =
                new TextTable(
                        "series", "model", "MAE", "RMSE", "WAPE", "MASE", "pinball", "90 %", "");
        StringBuilder notes = new StringBuilder();
        for (EvaluatedSeries result : results) {
            double least = result.models().stream().mapToDouble(ModelErrors::mae).min().orElse(0);
            for (ModelErrors errors : result.models()) {
                table.row(
                        result.series(),
                        errors.model(),
                        MetricsTable.digits(errors.mae()),
                        MetricsTable.digits(errors.rmse()),
                        String.format(Locale.ROOT, "%.4f", errors.wape()),
                        String.format(Locale.ROOT, "%.4f", errors.mase()),
                        MetricsTable.digits(errors.pinball()),
                        String.format(Locale.ROOT, "%.1f %%", 100 * errors.coverage90()),
                        errors.mae() == least ? "*" : "");
            }
            notes.append(
                    String.format(
                            "%s: %,d windows, %,d origins%s%n",
                            result.series(),
                            result.windows(),
                            result.origins(),
                            result.note() == null ? "" : "; " + result.note()));
        }
        return table + System.lineSeparator() + notes;
    }

    /** Mean squared and absolute errors by column, and their mean over the columns. */
    static String squaredErrors(List<EvaluatedSeries> columns) {
        List<String> heads = new ArrayList<>(List.of("model"));
        columns.forEach(column -> heads.add(column.series()));
        heads.add("mean MSE");
        heads.add("mean MAE");
        TextTable table = new TextTable(heads.toArray(String[]::new));
        Set<String> models = new LinkedHashSet<>();
        columns.forEach(column -> column.models().forEach(errors -> models.add(errors.model())));
        for (String model : models) {
            List<ModelErrors> own = new ArrayList<>();
            for (EvaluatedSeries column : columns) {
                column.models().stream()
                        .filter(errors -> errors.model().equals(model))
                        .forEach(own::add);
            }
            if (own.size() == columns.size()) {
                table.row(row(model, own));
            }
        }
        return "mean squared error of scaled values, by column"
                + System.lineSeparator()
                + table
                + "univariate: the column OT; multivariate: the mean over all columns"
                + System.lineSeparator();
    }

    private static String[] row(String model, List<ModelErrors> columns) {
        List<String> cells = new ArrayList<>(List.of(model));
        double squared = 0;
        double absolute = 0;
        for (ModelErrors errors : columns) {
            double mse = errors.rmse() * errors.rmse();
            cells.add(String.format(Locale.ROOT, "%.4f", mse));
            squared += mse / columns.size();
            absolute += errors.mae() / columns.size();
        }
        cells.add(String.format(Locale.ROOT, "%.4f", squared));
        cells.add(String.format(Locale.ROOT, "%.4f", absolute));
        return cells.toArray(String[]::new);
    }
}
