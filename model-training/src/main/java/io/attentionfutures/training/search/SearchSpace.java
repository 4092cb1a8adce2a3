package io.attentionfutures.training.search;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.training.HyperParameters;
import io.attentionfutures.training.TrainingSettings;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a random search draws from (Bergstra and Bengio 2012, Random search for hyper-parameter
 * optimization). Networks take turns, so that each gets its share of the trials; the first trial of
 * each has the settings' own hyper-parameters, so that a search does not end worse than none.
 *
 * <p>A trial depends on the seed and its number alone.
 */
public final class SearchSpace {

    private static final List<Integer> WIDTHS = List.of(16, 32, 48, 64, 96, 128);
    private static final List<Integer> BATCHES = List.of(32, 64, 128);
    private static final double[] LEARNING_RATES = {3e-4, 1e-2};
    private static final double[] WEIGHT_DECAYS = {1e-6, 1e-2};
    private static final double WITHOUT_AUGMENTATION = 0.25;
    private static final long STREAM = 0x5ea7c4L;

    private SearchSpace() {}

    /** The trial of a number. */
    static Trial trial(TrainingSettings settings, int index) {
        List<Architecture> networks = settings.networks();
        Architecture network = networks.get(index % networks.size());
        if (index < networks.size()) {
            return new Trial(index, network, settings.hyperParameters());
        }
        Random random = new Random(settings.seed() * 1_000_003 + STREAM + index);
        HyperParameters drawn =
                new HyperParameters(
                        WIDTHS.get(random.nextInt(WIDTHS.size())),
                        BATCHES.get(random.nextInt(BATCHES.size())),
                        logUniform(LEARNING_RATES, random),
                        logUniform(WEIGHT_DECAYS, random),
                        random.nextDouble() < WITHOUT_AUGMENTATION
                                ? 0
                                : threeDigits(random.nextDouble()));
        return new Trial(index, network, drawn);
    }

    /** Epochs after which trials are compared; all of them without a search. */
    static List<Integer> rungs(TrainingSettings settings) {
        int epochs = settings.epochs();
        return settings.search()
                ? List.of((epochs + 3) / 4, (epochs + 1) / 2, epochs).stream().distinct().toList()
                : List.of(epochs);
    }

    private static double logUniform(double[] range, Random random) {
        double low = StrictMath.log(range[0]);
        double high = StrictMath.log(range[1]);
        return threeDigits(StrictMath.exp(low + (high - low) * random.nextDouble()));
    }

    /** Cut to three digits, so that a trial can be repeated from what a report shows. */
    private static double threeDigits(double x) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2e", x));
    }
}
