package io.attentionfutures.training;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.DemandAggregator;
import io.attentionfutures.forecast.telemetry.TelemetryFormatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code train}: telemetry files in, a model bundle and its error on the held-out last
 * part of the time out. Exit code 0, or 2 for input that cannot be used, with one line on standard
 * error; the bundle is written whole or not at all.
 */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Trains a demand model on telemetry and prints its error on the held-out last 20 %%"
                        + " of the time beside that of four simple forecasters.")
public final class TrainCommand implements Callable<Integer> {

    private static final int UNUSABLE = 2;

    @Spec private CommandSpec spec;

    @Option(
            names = "--telemetry",
            required = true,
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

    @Option(
            names = "--quick",
            description = "A narrow network and little work: seconds instead of minutes.")
    private boolean quick;

    @Option(names = "--hidden", description = "Width of the LSTM. Default: 128, quick 32.")
    private Integer hidden;

    @Option(names = "--epochs", description = "Most epochs. Default: 30, quick 8.")
    private Integer epochs;

    @Option(names = "--seed", description = "Seed of all random choices. Default: 42.")
    private Long seed;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            List<DemandSeries> series = series();
            requireWritable(output);
            TrainingPlan plan = plan(series);
            ProgressBar bar = new ProgressBar(err);
            ModelBundle bundle = Trainer.train(plan, bar);
            bar.end();
            bundle.save(output);
            if (json) {
                out.println(asJson(bundle));
            } else {
                out.print(MetricsTable.of(bundle.manifest().metrics()));
                out.println("bundle " + output + " (" + bundle.version() + ")");
            }
            out.flush();
            return 0;
        } catch (TelemetryFormatException | TrainingException e) {
            return unusable(err, e.getMessage());
        } catch (NoSuchFileException e) {
            return unusable(err, e.getFile() + ": there is no such file");
        } catch (IOException e) {
            return unusable(err, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private List<DemandSeries> series() throws IOException {
        DemandAggregator aggregator = new DemandAggregator(period.toMillis(), capacity);
        for (Path file : telemetry) {
            aggregator.add(file);
        }
        try {
            return aggregator.series();
        } catch (IllegalArgumentException e) {
            throw new TrainingException(e.getMessage());
        }
    }

    private TrainingPlan plan(List<DemandSeries> series) {
        TrainingPlan plan = quick ? TrainingPlan.quick(series) : TrainingPlan.standard(series);
        return plan.with(
                hidden == null ? plan.hidden() : hidden,
                epochs == null ? plan.epochs() : epochs,
                seed == null ? plan.seed() : seed);
    }

    private String asJson(ModelBundle bundle) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("bundle", output.toString());
        report.put("model", bundle.version());
        report.put("epochs", bundle.manifest().networks().get(0).epochs());
        report.put("trainedThroughMillis", bundle.manifest().trainedThroughMillis());
        report.put("metrics", bundle.manifest().metrics());
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
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

    private static int unusable(PrintWriter err, String why) {
        err.println(why);
        err.flush();
        return UNUSABLE;
    }
}
