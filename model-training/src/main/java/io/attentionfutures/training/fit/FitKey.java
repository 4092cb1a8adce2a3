package io.attentionfutures.training.fit;

import io.attentionfutures.forecast.model.Architecture;
import java.util.Locale;

/**
 * Names a fit within a run.
 *
 * @param trial the trial whose hyper-parameters it uses; the first is 0
 * @param fold its split, the earliest 0; {@link #FINAL} for the fit on all training data
 * @param network what it trains
 */
public record FitKey(int trial, int fold, Architecture network) {

    /** The fold of the fit on all training data. */
    public static final int FINAL = -1;

    /** The final fit of a trial. */
    public static FitKey last(int trial, Architecture network) {
        return new FitKey(trial, FINAL, network);
    }

    /** Whether this is the fit on all training data. */
    public boolean isFinal() {
        return fold == FINAL;
    }

    /**
     * A seed for one epoch, so that what is random there depends on nothing that came before.
     *
     * @param seed the run's seed
     * @param epoch the epoch; 0 for the initial parameters
     */
    long seed(long seed, int epoch) {
        long mixed = mix(seed);
        for (long part : new long[] {network.ordinal(), trial, fold, epoch}) {
            mixed = mix(mixed + part);
        }
        return mixed;
    }

    // Stafford's variant 13 of the MurmurHash3 finaliser, as in SplitMix64.
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** As in file names: {@code trial-0-fold-2-lstm}. */
    @Override
    public String toString() {
        String name = network.name().toLowerCase(Locale.ROOT);
        return "trial-" + trial + (isFinal() ? "-final-" : "-fold-" + fold + "-") + name;
    }
}
