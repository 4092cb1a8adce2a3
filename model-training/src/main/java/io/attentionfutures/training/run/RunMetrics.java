package io.attentionfutures.training.run;

import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.training.HyperParameters;
import io.attentionfutures.training.Training;
import io.attentionfutures.training.report.ForecasterResult;
import io.attentionfutures.training.search.TrialResult;
import java.util.List;

/**
 * What a run came to, as {@code metrics.json} has it.
 *
 * @param model the bundle's version
 * @param networks the networks that were kept
 * @param trials number of trials
 * @param searchEnded why the search ended
 * @param seconds time from start to end, all resumptions together
 * @param results errors on the held-out data
 */
public record RunMetrics(
        String model,
        List<Network> networks,
        int trials,
        String searchEnded,
        double seconds,
        List<ForecasterResult> results) {

    /**
     * A network that was kept.
     *
     * @param name its name in the bundle
     * @param trial the trial that it is from
     * @param parameters its hyper-parameters
     * @param epochs epochs it was trained for
     * @param validationError mean validation error of that trial, in units of the series' scale
     */
    public record Network(
            String name,
            int trial,
            HyperParameters parameters,
            int epochs,
            double validationError) {}

    static RunMetrics of(Training training, List<ForecasterResult> results, double seconds) {
        List<Network> networks =
                training.bundle().networks().stream().map(n -> network(training, n)).toList();
        return new RunMetrics(
                training.bundle().version(),
                networks,
                training.search().trials().size(),
                training.search().ended(),
                seconds,
                results);
    }

    private static Network network(Training training, BundledNetwork network) {
        TrialResult trial = training.search().best(network.manifest().architecture());
        return new Network(
                network.name(),
                trial.trial().index(),
                trial.trial().parameters(),
                network.manifest().epochs(),
                trial.error());
    }
}
