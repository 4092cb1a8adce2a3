package io.attentionfutures.training.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attentionfutures.forecast.metrics.RollingEvaluation;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.report.ForecasterResult;
import io.attentionfutures.training.run.RunFiles;
import io.attentionfutures.training.run.RunFolder;
import io.attentionfutures.training.run.RunMetrics;
import io.attentionfutures.training.run.RunRecord;
import io.attentionfutures.training.run.RunState;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One run in a list; what is not known is null.
 *
 * @param run its id
 * @param state how it stands, or CORRUPT
 * @param started when
 * @param seconds time it took
 * @param networks what it trained
 * @param trials trials of hyper-parameters
 * @param data begin of the hash of its data
 * @param mase mean absolute scaled error of the model, mean over the series
 * @param mae mean absolute error, in units, mean over the series
 * @param fault what is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunSummary(
        String run,
        String state,
        String started,
        Double seconds,
        String networks,
        Integer trials,
        String data,
        Double mase,
        Double mae,
        String fault) {

    private static final int HASH = 12;

    /** The summary of a folder, even of one that cannot be read. */
    static RunSummary of(RunFolder folder) {
        try {
            RunRecord record = folder.record();
            RunMetrics metrics =
                    record.state() == RunState.DONE
                            ? RunFiles.readJson(folder.metrics(), RunMetrics.class)
                            : null;
            return new RunSummary(
                    folder.id(),
                    record.state().name(),
                    record.startedAt(),
                    metrics == null ? null : metrics.seconds(),
                    networks(record),
                    metrics == null ? null : metrics.trials(),
                    record.data().sha256().substring(0, HASH),
                    mean(metrics, ForecasterResult::mase),
                    mean(metrics, ForecasterResult::mae),
                    record.fault().isEmpty() ? null : record.fault());
        } catch (TrainingException e) {
            return new RunSummary(
                    folder.id(),
                    "CORRUPT",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    e.getMessage());
        }
    }

    /** All as a table. */
    static String table(List<RunSummary> all) {
        TextTable table =
                new TextTable(
                        "run",
                        "state",
                        "started",
                        "time",
                        "networks",
                        "trials",
                        "data",
                        "MASE",
                        "MAE",
                        "");
        for (RunSummary run : all) {
            table.row(
                    run.run,
                    run.state,
                    run.started == null ? "-" : run.started,
                    run.seconds == null ? "-" : time(run.seconds),
                    run.networks == null ? "-" : run.networks,
                    run.trials == null ? "-" : run.trials.toString(),
                    run.data == null ? "-" : run.data,
                    run.mase == null ? "-" : String.format(Locale.ROOT, "%.4f", run.mase),
                    run.mae == null ? "-" : MetricsTable.digits(run.mae),
                    run.fault == null ? "" : run.fault);
        }
        return table.toString();
    }

    static String networks(RunRecord record) {
        return String.join(
                ",",
                record.settings().networks().stream()
                        .map(n -> n.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return String.format("%d:%02d", whole / 60, whole % 60);
    }

    private static Double mean(RunMetrics metrics, ToDoubleFunction<ForecasterResult> of) {
        if (metrics == null) {
            return null;
        }
        double mean =
                metrics.results().stream()
                        .filter(r -> r.forecaster().equals(RollingEvaluation.COMBINATION))
                        .mapToDouble(of)
                        .average()
                        .orElse(Double.NaN);
        return Double.isNaN(mean) ? null : mean;
    }
}
