package io.attentionfutures.training.command;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.metrics.RollingEvaluation;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.statistical.StatisticalForecasters;
import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.DemandAggregator;
import io.attentionfutures.forecast.telemetry.TelemetryFile;
import io.attentionfutures.forecast.telemetry.TelemetryFormatException;
import io.attentionfutures.training.HyperParameters;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingSettings;
import io.attentionfutures.training.evaluation.EvaluatedSeries;
import io.attentionfutures.training.evaluation.EvaluatedSeries.ModelErrors;
import io.attentionfutures.training.evaluation.Evaluation;
import io.attentionfutures.training.evaluation.SeriesTest;
import io.attentionfutures.training.evaluation.TransformerFile;
import io.attentionfutures.training.run.RunFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code evaluate}: errors of every forecaster on the last fifth of the time. Exit code
 * 0, or 2 for input that cannot be used, with one line on standard error.
 */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures every forecaster and their combination on the last 20 %% of the time: one origin"
                    + " at every window, each forecasting the windows after it from what lies before.",
            "Networks are those of --model; without it, an lstm and a gru are trained on the first"
                    + " 80 %%. Values may be negative here."
        })
public final class EvaluateCommand implements Callable<Integer> {

    private static final int UNUSABLE = 2;

    private static final TrainingSettings TRAINING =
            TrainingSettings.builder()
                    .hyperParameters(new HyperParameters(32, 64, 2e-3, 1e-4, 0.5))
                    .folds(1)
                    .refit(false)
                    .epochs(12)
                    .patience(3)
                    .maximumWindowEpochs(60_000)
                    .build();

    @Spec private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Input input;

    /** Exactly one of these. */
    private static final class Input {
        @Option(
                names = "--telemetry",
                arity = "1..*",
                paramLabel = "FILE",
                description =
                        "CSV files, plain or gzip: timestamp_utc_iso8601,resource,tenant,used,capacity."
                                + " One series per resource, the sum of its tenants.")
        private List<Path> telemetry;

        @Option(
                names = "--ett",
                paramLabel = "FILE",
                description =
                        "An hourly file of the electricity transformer data (ETTh1.csv), in its"
                                + " published protocol: 12, 4 and 4 months, scaled by the mean and"
                                + " deviation of the first 12; prints mean squared errors.")
        private Path ett;
    }

    @Option(
            names = "--model",
            paramLabel = "BUNDLE",
            description = "The model whose networks to evaluate, instead of training some.")
    private Path model;

    @Option(names = "--no-networks", description = "Neither train nor evaluate networks.")
    private boolean noNetworks;

    @Option(
            names = "--horizon",
            defaultValue = "24",
            paramLabel = "N",
            description = "Windows ahead that are measured, 1 to 24. Default: ${DEFAULT-VALUE}.")
    private int horizon;

    @Option(
            names = "--capacity",
            defaultValue = "shared",
            converter = CapacityRuleConverter.class,
            description =
                    "shared: every tenant's row repeats one pool; sum: every tenant has its quota."
                            + " Default: ${DEFAULT-VALUE}.")
    private CapacityRule capacity;

    @Option(
            names = "--period",
            defaultValue = "1h",
            converter = PeriodConverter.class,
            description =
                    "Length of a window, a divisor of a day, as 1h, 10m or 30s."
                            + " Default: ${DEFAULT-VALUE}.")
    private Duration period;

    @Option(
            names = "--all",
            description =
                    "Also the forecasters that the combination has beyond the named ones:"
                            + " damped return and lagged regressions.")
    private boolean all;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            return evaluate();
        } catch (TelemetryFormatException | TrainingException e) {
            return unusable(e.getMessage());
        } catch (FileSystemException e) {
            return unusable(e.getFile() + ": " + RunFiles.reason(e));
        } catch (IOException | UncheckedIOException e) {
            return unusable(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private int evaluate() throws IOException {
        TrainingException.require(
                horizon >= 1 && horizon <= DemandForecast.HORIZON,
                "--horizon " + horizon + " is not in 1..24");
        TrainingException.require(
                model == null || !noNetworks, "--model and --no-networks exclude each other");
        Optional<ModelBundle> given = Optional.ofNullable(model).map(ModelBundle::load);
        Evaluation evaluation =
                new Evaluation(
                        input.ett == null ? telemetry() : TransformerFile.read(input.ett), horizon);
        Evaluation.Trained networks = networks(evaluation, given);
        PrintWriter err = spec.commandLine().getErr();
        EvaluationProgress progress =
                new EvaluationProgress(err, System.console() != null, System::nanoTime);
        List<EvaluatedSeries> results =
                evaluation.run(networks.bundle(), networks.obstacle(), progress);
        progress.end();
        TrainingException.require(
                results.stream().anyMatch(result -> !result.models().isEmpty()),
                results.get(0).note());
        print(shown(results, networks.bundle()));
        return 0;
    }

    private List<SeriesTest> telemetry() throws IOException {
        DemandAggregator aggregator = new DemandAggregator(period.toMillis(), capacity);
        for (Path file : input.telemetry) {
            aggregator.add(TelemetryFile.openSignal(file));
        }
        List<SeriesTest> tests;
        try {
            tests = aggregator.series().stream().map(SeriesTest::ofLastFifth).toList();
        } catch (IllegalArgumentException e) {
            throw new TrainingException(e.getMessage(), e);
        }
        TrainingException.require(
                !tests.isEmpty(), input.telemetry.get(0) + ": there are no rows to evaluate on");
        return tests;
    }

    private Evaluation.Trained networks(Evaluation evaluation, Optional<ModelBundle> given) {
        if (given.isPresent() || noNetworks) {
            return new Evaluation.Trained(given, "");
        }
        PrintWriter err = spec.commandLine().getErr();
        ProgressLine line = new ProgressLine(err, System.console() != null, System::nanoTime);
        Evaluation.Trained trained = evaluation.train(TRAINING, line);
        line.end();
        return trained;
    }

    /** The named models, or all. */
    private List<EvaluatedSeries> shown(
            List<EvaluatedSeries> results, Optional<ModelBundle> bundle) {
        if (all) {
            return results;
        }
        Set<String> named = new LinkedHashSet<>(StatisticalForecasters.SIMPLE);
        named.addAll(List.of("arima", "ets", RollingEvaluation.COMBINATION));
        for (Architecture architecture : TRAINING.networks()) {
            named.add(architecture.code());
        }
        bundle.ifPresent(known -> known.networks().forEach(network -> named.add(network.name())));
        List<EvaluatedSeries> shown = new ArrayList<>();
        for (EvaluatedSeries result : results) {
            List<ModelErrors> models =
                    result.models().stream().filter(m -> named.contains(m.model())).toList();
            shown.add(
                    new EvaluatedSeries(
                            result.series(),
                            result.windows(),
                            result.origins(),
                            models,
                            result.note()));
        }
        return shown;
    }

    private void print(List<EvaluatedSeries> results) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(RunFiles.indented(Map.of("series", results)));
        } else if (input.ett != null) {
            out.print(EvaluationTables.squaredErrors(results));
        } else {
            out.print(EvaluationTables.errors(results));
        }
        out.flush();
    }

    private int unusable(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("afm: " + why);
        err.flush();
        return UNUSABLE;
    }
}
