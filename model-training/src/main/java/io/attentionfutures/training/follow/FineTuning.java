package io.attentionfutures.training.follow;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelManifest;
import io.attentionfutures.forecast.model.NetworkManifest;
import io.attentionfutures.training.HyperParameters;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingPlan;
import io.attentionfutures.training.TrainingSettings;
import io.attentionfutures.training.fit.EpochResult;
import io.attentionfutures.training.fit.FitKey;
import io.attentionfutures.training.fit.FitState;
import io.attentionfutures.training.fit.FitStore;
import io.attentionfutures.training.fit.NetworkFit;
import io.attentionfutures.training.fit.StopSignal;
import io.attentionfutures.training.network.Network;
import io.attentionfutures.training.run.DataHash;
import io.attentionfutures.training.sample.Folds;
import io.attentionfutures.training.sample.Split;
import io.attentionfutures.training.sample.Split.Origin;
import io.attentionfutures.training.sample.TrainingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Trains a model's networks further on newer data: from its own weights, by the newest fold, until
 * validation no longer improves. An imported network stays as it is.
 */
final class FineTuning {

    /** Small enough not to forget at once what the network had learnt. */
    private static final double LEARNING_RATE_SHARE = 0.5;

    private FineTuning() {}

    /**
     * @param model the model
     * @param plan newer data, and how to train; nothing of it is held out
     * @param progress is told every epoch
     * @return the tuned model; empty if no network became better in validation
     */
    static Optional<ModelBundle> of(
            ModelBundle model, TrainingPlan plan, Consumer<EpochResult> progress) {
        TrainingException.require(
                model.networks().stream()
                        .anyMatch(network -> network.manifest().architecture().isTrainable()),
                "the networks of " + model.version() + " were imported: they cannot be trained");
        Folds folds = Folds.of(plan);
        Split newest = folds.splits().get(folds.splits().size() - 1);
        List<BundledNetwork> networks = new ArrayList<>();
        boolean better = false;
        for (BundledNetwork network : model.networks()) {
            if (!network.manifest().architecture().isTrainable()) {
                networks.add(network);
                continue;
            }
            FitState tuned = fit(network, newest, plan.settings(), progress);
            better |= tuned.bestEpoch() > 0;
            networks.add(
                    BundledNetwork.trained(
                            network.name(),
                            network.manifest().architecture(),
                            network.manifest().hidden(),
                            plan.settings().seed(),
                            network.manifest().epochs() + tuned.bestEpoch(),
                            tuned.bestParameters()));
        }
        return better ? Optional.of(bundle(model, plan, folds, networks)) : Optional.empty();
    }

    private static FitState fit(
            BundledNetwork network,
            Split split,
            TrainingSettings settings,
            Consumer<EpochResult> progress) {
        NetworkManifest manifest = network.manifest();
        HyperParameters given = settings.hyperParameters();
        HyperParameters gentle =
                new HyperParameters(
                        manifest.hidden(),
                        given.batch(),
                        LEARNING_RATE_SHARE * given.learningRate(),
                        given.weightDecay(),
                        given.augmentation());
        FitKey key = new FitKey(0, 0, manifest.architecture());
        FitStore store = FitStore.inMemory();
        try (Network known =
                Network.of(
                        manifest.architecture(),
                        manifest.hidden(),
                        network.parameters(),
                        gentle.learningRate(),
                        gentle.weightDecay())) {
            float[] parameters = known.parameters();
            EpochResult before =
                    new EpochResult(0, 0, manifest.architecture(), 0, null, error(known, split), 0);
            store.save(
                    key,
                    new FitState(
                            parameters, known.updaterState(), 0, 0, parameters, List.of(before)));
            progress.accept(before);
        }
        return new NetworkFit(key, split, gentle, settings.seed())
                .run(settings.epochs(), settings.patience(), store, StopSignal.NEVER, progress);
    }

    /** Mean absolute validation error, in units of the series' scale. */
    private static double error(Network network, Split split) {
        List<TrainingWindow> windows =
                split.validationOrigins().stream().map(Origin::window).toList();
        float[][] output = NetworkFit.output(network, windows);
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
            float[] target = windows.get(i).target();
            for (int h = 0; h < DemandForecast.HORIZON; h++) {
                sum += Math.abs(target[h] - output[i][h]);
            }
        }
        return sum / (output.length * DemandForecast.HORIZON);
    }

    private static ModelBundle bundle(
            ModelBundle model, TrainingPlan plan, Folds folds, List<BundledNetwork> networks) {
        ModelManifest old = model.manifest();
        SortedMap<String, Long> through = new TreeMap<>(old.trainedThroughMillis());
        folds.trainedThroughMillis()
                .forEach((market, end) -> through.merge(market, end, Math::max));
        return new ModelBundle(
                new ModelManifest(
                        ModelBundle.FORMAT_VERSION,
                        old.name(),
                        old.featureVersion(),
                        old.normaliser(),
                        old.platform(),
                        old.periodMillis(),
                        DataHash.of(plan.series()),
                        Network.LIBRARY,
                        through,
                        networks.stream().map(BundledNetwork::manifest).toList(),
                        List.of()),
                networks);
    }
}
