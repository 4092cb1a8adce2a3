package io.attentionfutures.training;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.Architecture;
import java.util.List;
import java.util.Random;

/** Series and settings that train within a second or two. */
public final class TestData {

    public static final long HOUR = 3_600_000L;

    private TestData() {}

    /** Decays from a burst at a random hour: how far the decay has come tells what follows. */
    public static DemandSeries bursts(String market, int windows, long seed) {
        Random random = new Random(seed);
        double[] used = new double[windows];
        double level = 10;
        for (int i = 0; i < windows; i++) {
            level = random.nextInt(30) == 0 ? 100 : Math.max(10, 0.85 * level);
            used[i] = level;
        }
        return new DemandSeries(market, HOUR, 480_000 * HOUR, used, 100);
    }

    /** One split, one narrow network. */
    public static TrainingSettings.Builder small(int epochs) {
        return TrainingSettings.builder()
                .networks(List.of(Architecture.LSTM))
                .hyperParameters(new HyperParameters(8, 32, 1e-2, 0, 0))
                .folds(1)
                .refit(false)
                .epochs(epochs)
                .patience(8)
                .maximumWindowEpochs(120L * Math.max(1, epochs))
                .maximumTestOrigins(60);
    }

    /** Two tiny networks, two folds, all variations, a final fit; nothing is held out. */
    public static TrainingSettings.Builder tiny(int epochs) {
        return TrainingSettings.builder()
                .hyperParameters(new HyperParameters(4, 64, 1e-2, 1e-4, 0.5))
                .heldOutShare(0)
                .folds(2)
                .epochs(epochs)
                .patience(epochs)
                .maximumWindowEpochs(200L * epochs)
                .maximumTestOrigins(20);
    }

    /** As {@link #tiny}, with the one network that is quick to train. */
    public static TrainingSettings.Builder tinyGru(int epochs) {
        return tiny(epochs).networks(List.of(Architecture.GRU));
    }
}
