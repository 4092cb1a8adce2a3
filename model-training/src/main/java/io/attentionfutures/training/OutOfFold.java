package io.attentionfutures.training;

import io.attentionfutures.forecast.model.MarketModel;
import io.attentionfutures.training.fit.FitState;
import io.attentionfutures.training.fit.NetworkFit;
import io.attentionfutures.training.network.Network;
import io.attentionfutures.training.sample.Folds;
import io.attentionfutures.training.sample.Split.Origin;
import io.attentionfutures.training.search.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a trial's networks put out for origins that they did not learn from, fold by fold. */
final class OutOfFold {

    private final List<Origin> origins = new ArrayList<>();
    private final List<float[]> output = new ArrayList<>();

    /**
     * @param trial the trial
     * @param states its fit to each fold, with its best parameters
     * @param folds the folds
     */
    OutOfFold(Trial trial, List<FitState> states, Folds folds) {
        for (int fold = 0; fold < states.size(); fold++) {
            List<Origin> validation = folds.splits().get(fold).validationOrigins();
            origins.addAll(validation);
            try (Network network =
                    Network.of(
                            trial.network(),
                            trial.parameters().hidden(),
                            states.get(fold).bestParameters(),
                            trial.parameters().learningRate(),
                            0)) {
                output.addAll(
                        List.of(
                                NetworkFit.output(
                                        network,
                                        validation.stream().map(Origin::window).toList())));
            }
        }
    }

    /** The parts of the model that are the markets' own; the empty name is for all others. */
    SortedMap<String, MarketModel> markets() {
        SortedMap<String, MarketModel> markets = new TreeMap<>();
        markets.put("", ErrorFit.fit(origins, output.toArray(float[][]::new)));
        origins.stream()
                .map(origin -> origin.span().market().series().market())
                .distinct()
                .forEach(market -> markets.put(market, of(market)));
        return markets;
    }

    private MarketModel of(String market) {
        List<Origin> own = new ArrayList<>();
        List<float[]> ownOutput = new ArrayList<>();
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i).span().market().series().market().equals(market)) {
                own.add(origins.get(i));
                ownOutput.add(output.get(i));
            }
        }
        return ErrorFit.fit(own, ownOutput.toArray(float[][]::new));
    }
}
