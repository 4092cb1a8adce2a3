package io.attentionfutures.training.report;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.SeriesMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * All forecasters on the held-out data.
 *
 * @param probabilities those of the forecasts' quantiles
 * @param results per series the simple methods, the other forecasters, and the combination
 * @param samples a few combined forecasts
 */
public record HeldOutReport(
        List<Double> probabilities, List<ForecasterResult> results, List<SampleForecast> samples) {

    /**
     * Measures a bundle and all other forecasters.
     *
     * @param series whole histories; those too short for a test are left out
     * @param heldOutShare share of each that is held out; 0 to measure nothing
     * @param maximumOrigins most origins per series, the last ones
     * @param progress is told the share that is done
     */
    public static HeldOutReport of(
            ModelBundle bundle,
            List<DemandSeries> series,
            double heldOutShare,
            int maximumOrigins,
            DoubleConsumer progress) {
        List<HeldOutTest> tests =
                series.stream()
                        .flatMap(one -> HeldOutTest.of(one, heldOutShare, maximumOrigins).stream())
                        .toList();
        Shares shares = new Shares(tests.size(), progress);
        List<HeldOutReport> parts =
                IntStream.range(0, tests.size())
                        .parallel()
                        .mapToObj(i -> measure(bundle, tests.get(i), share -> shares.of(i, share)))
                        .toList();
        List<ForecasterResult> results = new ArrayList<>();
        List<SampleForecast> samples = new ArrayList<>();
        for (HeldOutReport part : parts) {
            results.addAll(part.results());
            samples.addAll(part.samples());
        }
        return new HeldOutReport(DemandForecast.PROBABILITIES, results, samples);
    }

    private static HeldOutReport measure(
            ModelBundle bundle, HeldOutTest test, DoubleConsumer progress) {
        try (ForecastEngine engine = ForecastEngine.of(Optional.of(bundle))) {
            List<ForecasterResult> results =
                    test.measure(engine, (done, all) -> progress.accept((double) done / all));
            return new HeldOutReport(DemandForecast.PROBABILITIES, results, test.samples());
        }
    }

    /** The results' metrics. */
    public List<SeriesMetrics> metrics() {
        return results.stream().map(ForecasterResult::metrics).toList();
    }

    /** The mean of what several threads have done. */
    private static final class Shares {

        private final double[] shares;
        private final DoubleConsumer progress;

        Shares(int count, DoubleConsumer progress) {
            this.shares = new double[count];
            this.progress = progress;
        }

        synchronized void of(int index, double share) {
            shares[index] = share;
            progress.accept(Arrays.stream(shares).average().orElse(1));
        }
    }
}
