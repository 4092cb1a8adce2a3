package io.attentionfutures.training;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelManifest;
import io.attentionfutures.training.fit.FitState;
import io.attentionfutures.training.network.Network;
import io.attentionfutures.training.report.HeldOutReport;
import io.attentionfutures.training.run.DataHash;
import io.attentionfutures.training.sample.Folds;
import io.attentionfutures.training.search.Budget;
import io.attentionfutures.training.search.FitPool;
import io.attentionfutures.training.search.Search;
import io.attentionfutures.training.search.SearchOutcome;
import io.attentionfutures.training.search.TrialResult;
import java.util.ArrayList;
import java.util.List;

/** Trains networks for all markets on what the combined simple forecast leaves over. */
public final class Trainer {

    private Trainer() {}

    /**
     * Trains and, if the plan holds data out, measures.
     *
     * @throws TrainingException if every history is too short
     */
    public static ModelBundle train(TrainingPlan plan, Progress progress) {
        return train(plan, TrainingLog.inMemory(), progress).bundle();
    }

    /**
     * Trains on from what the log holds and, if the plan holds data out, measures. However often it
     * was stopped before, it comes to the same bundle, unless time bounds the search.
     *
     * @throws TrainingException if every history is too short
     */
    public static Training train(TrainingPlan plan, TrainingLog log, Progress progress) {
        TrainingSettings settings = plan.settings();
        Folds folds = Folds.of(plan);
        Budget budget = new Budget(settings.budgetSeconds(), log.spentSeconds(), System::nanoTime);
        try (FitPool pool = new FitPool(Runtime.getRuntime().availableProcessors())) {
            Search search =
                    new Search(settings, folds, log.fits(), log.search(), pool, budget, progress);
            SearchOutcome outcome = search.run();
            List<TrialResult> chosen = settings.networks().stream().map(outcome::best).toList();
            List<FitState> fits = search.last(chosen);
            List<BundledNetwork> networks = new ArrayList<>();
            for (int i = 0; i < chosen.size(); i++) {
                TrialResult trial = chosen.get(i);
                BundledNetwork network = network(settings, trial, fits.get(i));
                networks.add(network);
            }
            ModelBundle bundle = bundle(plan, folds, networks);
            HeldOutReport heldOut =
                    HeldOutReport.of(
                            bundle,
                            plan.series(),
                            settings.heldOutShare(),
                            settings.maximumTestOrigins(),
                            progress::measuring);
            return new Training(bundle.withMetrics(heldOut.metrics()), outcome, heldOut);
        }
    }

    private static BundledNetwork network(
            TrainingSettings settings, TrialResult trial, FitState fit) {
        Architecture architecture = trial.trial().network();
        return BundledNetwork.trained(
                architecture.code(),
                architecture,
                trial.trial().parameters().hidden(),
                settings.seed(),
                fit.bestEpoch(),
                fit.bestParameters());
    }

    private static ModelBundle bundle(
            TrainingPlan plan, Folds folds, List<BundledNetwork> networks) {
        StringBuilder name = new StringBuilder();
        for (BundledNetwork network : networks) {
            name.append(name.isEmpty() ? "" : "-");
            name.append(network.name()).append(network.manifest().hidden());
        }
        ModelManifest manifest =
                new ModelManifest(
                        ModelBundle.FORMAT_VERSION,
                        name.toString(),
                        FeatureExtractor.FEATURE_VERSION,
                        FeatureExtractor.NORMALISER,
                        ModelBundle.PLATFORM,
                        plan.periodMillis(),
                        DataHash.of(plan.series()),
                        Network.LIBRARY,
                        folds.trainedThroughMillis(),
                        networks.stream().map(BundledNetwork::manifest).toList(),
                        List.of());
        return new ModelBundle(manifest, networks);
    }
}
