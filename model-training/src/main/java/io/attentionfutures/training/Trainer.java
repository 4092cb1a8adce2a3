package io.attentionfutures.training;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelManifest;
import io.attentionfutures.training.network.Network;
import java.util.List;

/**
 * Trains one network for all markets on what the combined simple forecast leaves over.
 */
public final class Trainer {

    private Trainer() {}

    /**
     * Trains and, if the plan holds data out, measures.
     *
     * @throws TrainingException if every history is too short
     */
    public static ModelBundle train(TrainingPlan plan, Progress progress) {
        TrainingSet set = TrainingSet.of(plan);
        NetworkFit network = new NetworkFit(plan);
        try {
            network.run(set, progress);
            ModelBundle bundle = bundle(plan, set, network);
            return plan.heldOutShare() == 0
                    ? bundle
                    : bundle.withMetrics(
                            Evaluation.measure(
                                    bundle,
                                    plan.series(),
                                    plan.heldOutShare(),
                                    plan.maximumTestOrigins()));
        } finally {
            network.close();
        }
    }

    private static ModelBundle bundle(TrainingPlan plan, TrainingSet set, NetworkFit network) {
        List<BundledNetwork> networks =
                List.of(
                        BundledNetwork.trained(
                                "lstm",
                                Architecture.LSTM,
                                plan.hidden(),
                                plan.seed(),
                                network.bestEpoch(),
                                network.parameters()));
        ModelManifest manifest =
                new ModelManifest(
                        ModelBundle.FORMAT_VERSION,
                        "lstm" + plan.hidden(),
                        FeatureExtractor.FEATURE_VERSION,
                        FeatureExtractor.NORMALISER,
                        ModelBundle.PLATFORM,
                        plan.series().get(0).periodMillis(),
                        DataHash.of(plan.series()),
                        Network.LIBRARY,
                        set.trainedThroughMillis(),
                        networks.stream().map(BundledNetwork::manifest).toList(),
                        List.of());
        return new ModelBundle(manifest, networks);
    }
}
