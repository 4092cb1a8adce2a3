package io.attentionfutures.training.command;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.DemandAggregator;
import io.attentionfutures.forecast.telemetry.TelemetryFormatException;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingPlan;
import io.attentionfutures.training.TrainingSettings;
import io.attentionfutures.training.run.RecordedTraining;
import io.attentionfutures.training.run.RunFiles;
import io.attentionfutures.training.run.RunFolder;
import io.attentionfutures.training.run.RunMetrics;
import io.attentionfutures.training.run.RunRecord;
import io.attentionfutures.training.run.RunState;
import io.attentionfutures.training.sample.Folds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code train}: telemetry files in, a model bundle and its error on the held-out last
 * part of the time out, and a run folder that tells how. Exit code 0, or 2 for input that cannot be
 * used, with one line on standard error; the bundle is written whole or not at all.
 */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Trains a demand model on telemetry and prints its error on the held-out last 20 %%"
                        + " of the time beside that of four simple forecasters.")
public class TrainCommand implements Callable<Integer> {

    private static final int UNUSABLE = 2;
    private static final List<String> WITH_RESUME = List.of("--resume", "--runs", "--json");

    @Spec private CommandSpec spec;

    @Option(
            names = "--telemetry",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV files, plain or gzip: timestamp_utc_iso8601,resource,tenant,used,capacity.")
    private List<Path> telemetry;

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
            names = "--output",
            defaultValue = "bundle.zip",
            paramLabel = "FILE",
            description = "The bundle to write. Default: ${DEFAULT-VALUE}.")
    private Path output;

    @Mixin private SettingsOptions options;

    @Option(
            names = "--runs",
            defaultValue = "runs",
            paramLabel = "DIR",
            description = "Where the run's folder is made. Default: ${DEFAULT-VALUE}.")
    private Path runs;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The run's name. Default: that of the first file.")
    private String name;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Go on with a run that was stopped, with all its own options.")
    private String resume;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            return resume == null ? begin() : resume();
        } catch (TelemetryFormatException | TrainingException e) {
            return unusable(e.getMessage());
        } catch (FileSystemException e) {
            return unusable(e.getFile() + ": " + RunFiles.reason(e));
        } catch (IOException | UncheckedIOException e) {
            return unusable(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** The settings that the options ask for. */
    protected TrainingSettings settings() {
        return options.settings();
    }

    /** What {@code --output} names. */
    protected Path output() {
        return output;
    }

    /** The command as it was given. */
    protected CommandSpec spec() {
        return spec;
    }

    private int begin() throws IOException {
        TrainingException.require(telemetry != null, "--telemetry or --resume is missing");
        TrainingSettings settings = options.settings();
        String runName = RunName.of(name, telemetry);
        List<DemandSeries> series = series(telemetry, period, capacity);
        TrainingPlan plan = new TrainingPlan(series, settings);
        Folds.of(plan);
        requireWritable(output);
        RunFolder folder = RunFolder.create(runs, RunName.id(runName));
        RunRecord record =
                new RunRecord(
                        RunRecord.FORMAT_VERSION,
                        folder.id(),
                        RunState.RUNNING,
                        "",
                        spec.commandLine().getParseResult().originalArgs(),
                        settings,
                        RunRecord.Data.of(telemetry, capacity, series),
                        RunRecord.Code.current(),
                        RunRecord.Machine.current(),
                        output.toAbsolutePath().normalize().toString(),
                        RecordedTraining.now(),
                        "",
                        0);
        return train(folder, record, plan);
    }

    private int resume() throws IOException {
        List<String> others =
                spec.commandLine().getParseResult().matchedOptions().stream()
                        .map(option -> option.longestName())
                        .filter(option -> !WITH_RESUME.contains(option))
                        .toList();
        TrainingException.require(
                others.isEmpty(),
                "--resume takes the options that the run was started with, not "
                        + String.join(", ", others));
        RunFolder folder = RunFolder.find(runs, resume);
        RunRecord record = folder.record();
        TrainingException.require(
                record.state() != RunState.DONE,
                "run " + folder.id() + " is done: nothing to resume");
        TrainingException.require(
                record.code().featureVersion() == RunRecord.Code.current().featureVersion()
                        && record.code().bundleFormat() == RunRecord.Code.current().bundleFormat()
                        && record.code().library().equals(RunRecord.Code.current().library()),
                "run " + folder.id() + " was begun with other code: train anew");
        List<DemandSeries> series =
                series(
                        record.data().files().stream().map(Path::of).toList(),
                        Duration.ofSeconds(record.data().periodSeconds()),
                        record.data().capacity());
        TrainingPlan plan = new TrainingPlan(series, record.settings());
        TrainingException.require(
                RunRecord.Data.of(List.of(), record.data().capacity(), series)
                        .sha256()
                        .equals(record.data().sha256()),
                "the data of run " + folder.id() + " has changed since: train anew");
        requireWritable(Path.of(record.output()));
        return train(folder, record.resumedOn(RunRecord.Machine.current()), plan);
    }

    private int train(RunFolder folder, RunRecord record, TrainingPlan plan) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        err.println(
                "run " + folder.path() + "; if it is stopped: afm train --resume " + folder.id());
        err.flush();
        ProgressLine line = new ProgressLine(err, System.console() != null, System::nanoTime);
        RunMetrics metrics;
        try {
            metrics = RecordedTraining.run(folder, record, plan, line);
        } finally {
            line.end();
        }
        Path bundle = Path.of(record.output());
        copy(folder.bundle(), bundle);
        print(folder, bundle, metrics);
        return 0;
    }

    private void print(RunFolder folder, Path bundle, RunMetrics metrics) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("bundle", bundle.toString());
            report.put("run", folder.path().toString());
            report.put("report", folder.report().toString());
            report.put("metrics", metrics);
            out.println(RunFiles.indented(report));
        } else {
            out.print(MetricsTable.of(metrics.results()));
            for (RunMetrics.Network network : metrics.networks()) {
                out.printf(
                        "%s: trial %d of %d, %d epochs, validation error %.4f%n",
                        network.name(),
                        network.trial() + 1,
                        metrics.trials(),
                        network.epochs(),
                        network.validationError());
            }
            out.println("bundle " + bundle + " (" + metrics.model() + ")");
            out.println("report " + folder.report());
        }
        out.flush();
    }

    private static List<DemandSeries> series(
            List<Path> files, Duration period, CapacityRule capacity) throws IOException {
        DemandAggregator aggregator = new DemandAggregator(period.toMillis(), capacity);
        for (Path file : files) {
            aggregator.add(file);
        }
        try {
            List<DemandSeries> series = aggregator.series();
            TrainingException.require(
                    !series.isEmpty(),
                    files.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + ": there are no rows to train on");
            return series;
        } catch (IllegalArgumentException e) {
            throw new TrainingException(e.getMessage());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try {
            RunFiles.write(to.toAbsolutePath(), Files.readAllBytes(from));
        } catch (TrainingException e) {
            throw new TrainingException(e.getMessage() + "; the bundle is also " + from, e);
        }
    }

    private static void requireWritable(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a folder");
        }
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new IOException(folder + ": cannot be written to");
        }
    }

    private int unusable(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("afm: " + why);
        err.flush();
        return UNUSABLE;
    }
}
