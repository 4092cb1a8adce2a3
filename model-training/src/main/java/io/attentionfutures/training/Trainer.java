package io.attentionfutures.training;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.MarketModel;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelManifest;
import io.attentionfutures.training.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trains one model for all markets: a linear part per market, pulled towards the common one, and
 * one network on what that leaves over.
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
        SortedMap<String, MarketModel> markets = new TreeMap<>();
        markets.put("", ErrorFit.fit(set.validation(), network.output(set.validation())));
        for (String market : set.trainedThroughMillis().keySet()) {
            List<TrainingWindow> own = of(market, set.validation());
            markets.put(market, ErrorFit.fit(own, network.output(own)));
        }
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
                        markets,
                        List.of());
        return new ModelBundle(manifest, networks);
    }

    private static List<TrainingWindow> of(String market, List<TrainingWindow> windows) {
        List<TrainingWindow> own = new ArrayList<>(windows);
        own.removeIf(window -> !window.market().equals(market));
        return own;
    }
}
