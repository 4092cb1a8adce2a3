package io.attentionfutures.training.command;

import io.attentionfutures.training.report.ForecasterResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs side by side: the parameters that differ, then every error that at least one has. */
final class RunComparison {

    private RunComparison() {}

    static String of(List<RunDetails> runs) {
        TextTable table = new TextTable(row("", runs, RunDetails::id));
        Set<String> names = new LinkedHashSet<>();
        List<Map<String, String>> parameters = runs.stream().map(RunDetails::parameters).toList();
        parameters.forEach(p -> names.addAll(p.keySet()));
        for (String name : names) {
            List<String> values = parameters.stream().map(p -> p.getOrDefault(name, "-")).toList();
            if (values.stream().distinct().count() > 1) {
                table.row(row(name, values));
            }
        }
        Set<List<String>> measured = new LinkedHashSet<>();
        for (RunDetails run : runs) {
            run.metrics()
                    .ifPresent(
                            m ->
                                    m.results()
                                            .forEach(
                                                    r ->
                                                            measured.add(
                                                                    List.of(
                                                                            r.series(),
                                                                            r.forecaster()))));
        }
        for (List<String> key : measured) {
            String name = String.join(" ", key) + " ";
            table.row(
                    row(
                            name + "MASE",
                            runs,
                            run -> value(run, key, "%.4f", ForecasterResult::mase)));
            table.row(
                    row(name + "MAE", runs, run -> value(run, key, "%.4g", ForecasterResult::mae)));
            table.row(
                    row(
                            name + "90 % covers",
                            runs,
                            run -> value(run, key, "%.3f", ForecasterResult::coverage90)));
        }
        return table.toString();
    }

    private static String value(
            RunDetails run,
            List<String> key,
            String format,
            Function<ForecasterResult, Double> of) {
        Optional<Double> value =
                run.metrics().stream()
                        .flatMap(m -> m.results().stream())
                        .filter(r -> List.of(r.series(), r.forecaster()).equals(key))
                        .findFirst()
                        .map(of);
        return value.map(v -> String.format(Locale.ROOT, format, v)).orElse("-");
    }

    private static String[] row(
            String name, List<RunDetails> runs, Function<RunDetails, String> of) {
        return row(name, runs.stream().map(of).toList());
    }

    private static String[] row(String name, List<String> values) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        cells.addAll(values);
        return cells.toArray(String[]::new);
    }
}
