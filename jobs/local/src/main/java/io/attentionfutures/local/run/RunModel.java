package io.attentionfutures.local.run;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.DemandAggregator;
import io.attentionfutures.local.UserError;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.training.Trainer;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model that a run forecasts with: given, trained before, or trained now. */
final class RunModel {
    private static final double TRAINING_SHARE = 0.5;

    private RunModel() {}

    /**
     * Returns the bundle's path; empty to forecast by statistics alone.
     *
     * @param folder where trained bundles are kept
     */
    static Optional<Path> provide(
            RunOptions options,
            Trace trace,
            CapacityRule rule,
            Path folder,
            Consumer<String> messages) {
        if (options.noModel) {
            return Optional.empty();
        }
        if (options.model != null) {
            return Optional.of(require(options.model));
        }
        Path bundle =
                folder.resolve(
                        String.format(
                                "%s-%dm-%s-seed%d.zip",
                                trace.hash().substring(0, 16),
                                options.period.toMinutes(),
                                rule,
                                options.seed));
        if (Files.exists(bundle)) {
            messages.accept("model: " + bundle.getFileName() + ", trained before");
            return Optional.of(require(bundle));
        }
        return train(options, trace, rule, bundle, messages);
    }

    private static Path require(Path bundle) {
        if (!Files.isRegularFile(bundle)) {
            throw new UserError("there is no model bundle " + bundle);
        }
        try {
            ModelBundle.load(bundle);
            return bundle;
        } catch (ModelBundleException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private static TrainingPlan plan(List<DemandSeries> series, long seed) {
        TrainingPlan quick = TrainingPlan.quick(series).withHeldOutShare(0);
        return quick.with(quick.hidden(), quick.epochs(), seed);
    }

    private static Optional<Path> train(
            RunOptions options,
            Trace trace,
            CapacityRule rule,
            Path bundle,
            Consumer<String> messages) {
        DemandAggregator aggregator = new DemandAggregator(options.period.toMillis(), rule);
        trace.rows().forEach(aggregator::add);
        List<DemandSeries> halves =
                aggregator.series().stream()
                        .map(series -> series.slice(0, (int) (series.windows() * TRAINING_SHARE)))
                        .filter(series -> series.windows() > 0)
                        .toList();
        try {
            long started = System.nanoTime();
            messages.accept("model: training on the first half of the trace …");
            ModelBundle trained =
                    Trainer.train(
                            plan(halves, options.seed),
                            (epoch, epochs, loss, validationLoss) ->
                                    messages.accept(
                                            String.format(
                                                    "model: epoch %d of at most %d, validation"
                                                            + " error %.4f",
                                                    epoch, epochs, validationLoss)));
            Files.createDirectories(bundle.getParent());
            trained.save(bundle);
            messages.accept(
                    String.format(
                            "model: %s, trained in %.0f s",
                            trained.version(), (System.nanoTime() - started) / 1e9));
            return Optional.of(bundle);
        } catch (TrainingException e) {
            messages.accept(
                    "model: none, statistical forecasters stand in: " + e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UserError("cannot write model " + bundle + ": " + e.getMessage(), e);
        }
    }
}
