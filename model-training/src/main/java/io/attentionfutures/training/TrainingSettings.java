package io.attentionfutures.training;

import io.attentionfutures.forecast.model.Architecture;
import java.time.Duration;
import java.util.List;

/**
 * How to train, apart from the data. The same settings and data give the same bundle, byte by byte,
 * on the same native build; all limits count work, not time, but for {@code budgetSeconds}, which
 * makes the number of trials depend on the machine.
 *
 * @param networks which networks the bundle holds, each at most once
 * @param hyperParameters those of every network without a search, and of its first trial with one
 * @param heldOutShare share of each history, at its end, that training does not see and the errors
 *     are measured on; 0 to train on all and measure nothing
 * @param folds splits of the rolling-origin cross-validation; 0 chooses by the length of the data
 * @param refit whether the networks are fitted anew on all training data, with the number of epochs
 *     that was best in validation, instead of kept as they were then; always, with several folds
 * @param epochs most epochs
 * @param patience epochs without improvement in validation after which a fit ends
 * @param trials sets of hyper-parameters to try, over all networks; 0 for no search or one bounded
 *     by time
 * @param budgetSeconds seconds for search and final fit; 0 if there is no such bound
 * @param maximumWindowEpochs most training windows times epochs of one network's folds and final
 *     fit together; origins are thinned out evenly to stay below it
 * @param maximumTestOrigins most held-out origins per series, thinned out evenly
 * @param seed of all random choices
 */
public record TrainingSettings(
        List<Architecture> networks,
        HyperParameters hyperParameters,
        double heldOutShare,
        int folds,
        boolean refit,
        int epochs,
        int patience,
        int trials,
        long budgetSeconds,
        long maximumWindowEpochs,
        int maximumTestOrigins,
        long seed) {

    /** Most folds. */
    public static final int MAXIMUM_FOLDS = 12;

    /**
     * @throws TrainingException if a number is out of range
     */
    public TrainingSettings {
        networks = List.copyOf(networks);
        require(!networks.isEmpty(), "there is no network to train");
        require(
                networks.stream().distinct().count() == networks.size(),
                "a network is named twice: " + networks);
        require(
                networks.stream().allMatch(Architecture::isTrainable),
                "imported networks cannot be trained");
        require(
                heldOutShare >= 0 && heldOutShare <= 0.9,
                "held-out share " + heldOutShare + " is not in 0..0.9");
        require(
                folds >= 0 && folds <= MAXIMUM_FOLDS,
                "folds " + folds + " is not in 1.." + MAXIMUM_FOLDS);
        require(epochs >= 0 && epochs <= 10_000, "epochs " + epochs + " is not in 0..10000");
        require(
                patience >= 1 && patience <= 10_000,
                "patience " + patience + " is not in 1..10000");
        require(trials >= 0 && trials <= 100_000, "trials " + trials + " is not in 1..100000");
        require(budgetSeconds >= 0, "budget " + budgetSeconds + " s");
        require(maximumWindowEpochs >= 1, "maximum window epochs " + maximumWindowEpochs);
        require(maximumTestOrigins >= 1, "maximum test origins " + maximumTestOrigins);
    }

    /** Cross-validation and a final fit on all training data; minutes. */
    public static TrainingSettings standard() {
        return builder().build();
    }

    /** A narrow network, one split and little work, for a first model within seconds. */
    public static TrainingSettings quick() {
        return builder()
                .networks(List.of(Architecture.LSTM))
                .hyperParameters(new HyperParameters(32, 64, 2e-3, 1e-4, 0))
                .folds(1)
                .refit(false)
                .epochs(8)
                .patience(3)
                .maximumWindowEpochs(8_000)
                .maximumTestOrigins(250)
                .build();
    }

    /** Starts from {@link #standard}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from these. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.networks = networks;
        builder.hyperParameters = hyperParameters;
        builder.heldOutShare = heldOutShare;
        builder.folds = folds;
        builder.refit = refit;
        builder.epochs = epochs;
        builder.patience = patience;
        builder.trials = trials;
        builder.budgetSeconds = budgetSeconds;
        builder.maximumWindowEpochs = maximumWindowEpochs;
        builder.maximumTestOrigins = maximumTestOrigins;
        builder.seed = seed;
        return builder;
    }

    /** Whether hyper-parameters are searched. */
    public boolean search() {
        return trials > 0 || budgetSeconds > 0;
    }

    private static void require(boolean condition, String fault) {
        TrainingException.require(condition, fault);
    }

    /** Settings in the making; checked once, by {@link #build}. */
    public static final class Builder {

        private List<Architecture> networks = List.of(Architecture.LSTM, Architecture.GRU);
        private HyperParameters hyperParameters = new HyperParameters(64, 64, 2e-3, 1e-4, 0.5);
        private double heldOutShare = 0.2;
        private int folds;
        private boolean refit = true;
        private int epochs = 30;
        private int patience = 5;
        private int trials;
        private long budgetSeconds;
        private long maximumWindowEpochs = 160_000;
        private int maximumTestOrigins = Integer.MAX_VALUE;
        private long seed = 42;

        private Builder() {}

        public Builder networks(List<Architecture> value) {
            networks = value;
            return this;
        }

        public Builder hyperParameters(HyperParameters value) {
            hyperParameters = value;
            return this;
        }

        public Builder heldOutShare(double value) {
            heldOutShare = value;
            return this;
        }

        public Builder folds(int value) {
            folds = value;
            return this;
        }

        public Builder refit(boolean value) {
            refit = value;
            return this;
        }

        public Builder epochs(int value) {
            epochs = value;
            return this;
        }

        public Builder patience(int value) {
            patience = value;
            return this;
        }

        public Builder trials(int value) {
            trials = value;
            return this;
        }

        public Builder budget(Duration value) {
            budgetSeconds = value.toSeconds();
            return this;
        }

        public Builder maximumWindowEpochs(long value) {
            maximumWindowEpochs = value;
            return this;
        }

        public Builder maximumTestOrigins(int value) {
            maximumTestOrigins = value;
            return this;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * @throws TrainingException if a number is out of range
         */
        public TrainingSettings build() {
            return new TrainingSettings(
                    networks,
                    hyperParameters,
                    heldOutShare,
                    folds,
                    refit || folds > 1,
                    epochs,
                    patience,
                    trials,
                    budgetSeconds,
                    maximumWindowEpochs,
                    maximumTestOrigins,
                    seed);
        }
    }
}
