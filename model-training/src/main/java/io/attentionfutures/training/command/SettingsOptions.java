package io.attentionfutures.training.command;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.training.HyperParameters;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingSettings;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** How to train, as options; those that are not given are as in the standard or quick settings. */
final class SettingsOptions {

    @Option(
            names = "--quick",
            description = "A narrow network, one split and little work: seconds, not minutes.")
    private boolean quick;

    @Option(
            names = "--networks",
            split = ",",
            converter = ArchitectureConverter.class,
            paramLabel = "NETWORK",
            description = "Networks the bundle holds. Default: lstm,gru; quick lstm.")
    private List<Architecture> networks;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            description = "Width of the networks. Default: 64, quick 32.")
    private Integer hidden;

    @Option(names = "--batch", paramLabel = "N", description = "Windows per step. Default: 64.")
    private Integer batch;

    @Option(names = "--learning-rate", paramLabel = "X", description = "Step size. Default: 0.002.")
    private Double learningRate;

    @Option(
            names = "--weight-decay",
            paramLabel = "X",
            description = "Weight of the squared parameters in the loss. Default: 0.0001.")
    private Double weightDecay;

    @Option(
            names = "--augmentation",
            paramLabel = "0..1",
            description =
                    "Strength of the variations of training windows; 0 turns them off."
                            + " Default: 0.5, quick 0.")
    private Double augmentation;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Most epochs. Default: 30, quick 8.")
    private Integer epochs;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description =
                    "Epochs without improvement in validation after which to stop."
                            + " Default: 5, quick 3.")
    private Integer patience;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description =
                    "Splits of the rolling-origin cross-validation."
                            + " Default: 3 where the data is long enough, else 1; quick 1.")
    private Integer folds;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Search hyper-parameters for that long, final fit included, as 10m or 1h.")
    private Duration budget;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description =
                    "Search hyper-parameters in so many trials, which can be repeated to the byte.")
    private Integer trials;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of all random choices. Default: 42.")
    private Long seed;

    /**
     * The settings.
     *
     * @throws TrainingException if an option is out of range
     */
    TrainingSettings settings() {
        TrainingSettings start = quick ? TrainingSettings.quick() : TrainingSettings.standard();
        TrainingException.require(
                folds == null || folds > 0, "--folds " + folds + " is not in 1..12");
        TrainingException.require(
                trials == null || trials > 0, "--trials " + trials + " is not above 0");
        HyperParameters from = start.hyperParameters();
        TrainingSettings.Builder builder =
                start.toBuilder()
                        .networks(or(networks, start.networks()))
                        .hyperParameters(
                                new HyperParameters(
                                        or(hidden, from.hidden()),
                                        or(batch, from.batch()),
                                        or(learningRate, from.learningRate()),
                                        or(weightDecay, from.weightDecay()),
                                        or(augmentation, from.augmentation())))
                        .epochs(or(epochs, start.epochs()))
                        .patience(or(patience, start.patience()))
                        .folds(or(folds, start.folds()))
                        .trials(or(trials, start.trials()))
                        .budget(or(budget, Duration.ZERO))
                        .seed(or(seed, start.seed()));
        return builder.build();
    }

    private static <T> T or(T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
