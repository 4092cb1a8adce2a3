package io.attentionfutures.training;

import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.MarketModel;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelManifest;
import io.attentionfutures.training.network.LstmNetwork;
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
        ModelManifest manifest =
                new ModelManifest(
                        ModelBundle.FORMAT_VERSION,
                        ModelBundle.KIND,
                        "lstm" + plan.hidden(),
                        FeatureExtractor.FEATURE_VERSION,
                        plan.hidden(),
                        plan.seed(),
                        network.bestEpoch(),
                        plan.series().get(0).periodMillis(),
                        DataHash.of(plan.series()),
                        LstmNetwork.LIBRARY,
                        set.trainedThroughMillis(),
                        markets,
                        List.of());
        return new ModelBundle(manifest, network.parameters());
    }

    private static List<TrainingWindow> of(String market, List<TrainingWindow> windows) {
        List<TrainingWindow> own = new ArrayList<>(windows);
        own.removeIf(window -> !window.market().equals(market));
        return own;
    }
}
