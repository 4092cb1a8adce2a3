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
import io.attentionfutures.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model that a run forecasts with: given, trained before, or trained now. */
final class RunModel {
    /** The leading share of the trace that a model is trained on: the least that is enough. */
    private static final double[] TRAINING_SHARES = {0.5, 0.65, 0.8};

    /**
     * What a run forecasts with.
     *
     * @param bundle path of the bundle; empty to forecast by statistics alone
     * @param scoreFromMillis forecasts that know this much demand are measured: the model was
     *     trained on what lies before it
     */
    record Provided(Optional<Path> bundle, long scoreFromMillis) {}

    private RunModel() {}

    /**
     * Provides the model.
     *
     * @param folder where trained bundles are kept
     */
    static Provided provide(
            RunOptions options,
            Trace trace,
            CapacityRule rule,
            Path folder,
            Consumer<String> messages) {
        Optional<Path> bundle = bundle(options, trace, rule, folder, messages);
        long scoreFrom = trace.middleMillis();
        if (bundle.isPresent()) {
            ModelBundle model = ModelBundle.load(bundle.get());
            for (String market : trace.markets()) {
                long trainedThrough = model.trainedThroughMillis(market);
                if (trainedThrough < trace.endMillis()) {
                    scoreFrom = Math.max(scoreFrom, trainedThrough);
                }
            }
        }
        return new Provided(bundle, scoreFrom);
    }

    private static Optional<Path> bundle(
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

    /** Returns the version of a bundle, which tells its content. */
    static String version(Path bundle) {
        return load(bundle).version();
    }

    private static Path require(Path bundle) {
        load(bundle);
        return bundle;
    }

    private static ModelBundle load(Path bundle) {
        if (!Files.isRegularFile(bundle)) {
            throw new UserError("there is no model bundle " + bundle);
        }
        try {
            return ModelBundle.load(bundle);
        } catch (ModelBundleException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private static Optional<Path> train(
            RunOptions options,
            Trace trace,
            CapacityRule rule,
            Path bundle,
            Consumer<String> messages) {
        DemandAggregator aggregator = new DemandAggregator(options.period.toMillis(), rule);
        trace.rows().forEach(aggregator::add);
        List<DemandSeries> series = aggregator.series();
        String failure = "";
        for (double share : TRAINING_SHARES) {
            try {
                return Optional.of(train(series, share, options.seed, bundle, messages));
            } catch (TrainingException e) {
                failure = e.getMessage();
            } catch (IOException e) {
                throw new UserError("cannot write model " + bundle + ": " + e.getMessage(), e);
            }
        }
        messages.accept("model: none, statistical forecasters stand in: " + failure);
        return Optional.empty();
    }

    private static Path train(
            List<DemandSeries> series,
            double share,
            long seed,
            Path bundle,
            Consumer<String> messages)
            throws IOException {
        long started = System.nanoTime();
        List<DemandSeries> leading =
                series.stream()
                        .map(whole -> whole.slice(0, (int) (whole.windows() * share)))
                        .filter(part -> part.windows() > 0)
                        .toList();
        TrainingSettings quick =
                TrainingSettings.quick().toBuilder().heldOutShare(0).seed(seed).build();
        ModelBundle trained =
                Trainer.train(
                        new TrainingPlan(leading, quick),
                        (result, standing) ->
                                messages.accept(
                                        String.format(
                                                "model: training, epoch %d of at most %d,"
                                                        + " validation error %.4f",
                                                result.epoch(),
                                                quick.epochs(),
                                                result.validationLoss())));
        Files.createDirectories(bundle.getParent());
        trained.save(bundle);
        messages.accept(
                String.format(
                        "model: %s, trained on the first %.0f %% of the trace in %.0f s",
                        trained.version(), 100 * share, (System.nanoTime() - started) / 1e9));
        return bundle;
    }
}
