package io.attentionfutures.local.follow;

import io.attentionfutures.forecast.release.ModelTrial;
import io.attentionfutures.local.command.MarketAddress;
import io.attentionfutures.training.command.TrainCommand;
import io.attentionfutures.training.follow.Retrainer;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./afm train}: on files, or on what a market that runs publishes. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a demand model on telemetry and prints its error on the held-out last 20 %% of"
                    + " the time beside that of four simple forecasters.",
            "With --follow it waits for a market to ask for retraining, fine-tunes the model that"
                    + " serves it on the demand that the market has published, compares the two on"
                    + " the newest days, and publishes the new one if it is better there. If it is"
                    + " not, it tries again with every day of demand that comes,"
                    + " for a week."
        })
public final class TrainOrFollowCommand extends TrainCommand {
    private static final int FEWEST_FORECASTS = 24;
    private static final Path STANDARD_OUTPUT = Path.of("models");

    @Option(
            names = "--follow",
            description =
                    "Answer a market's requests for retraining until stopped; --output is then the"
                            + " folder of the bundles, which the job must be able to read."
                            + " Default there: models.")
    private boolean follow;

    @Mixin private MarketAddress market;

    @Option(
            names = "--model",
            paramLabel = "BUNDLE",
            description =
                    "With --follow: the model that the job was started with. Released ones are"
                            + " known.")
    private Path model;

    @Option(
            names = "--leave-out",
            paramLabel = "DAYS",
            description =
                    "With --follow: newest days that training leaves out, to compare on."
                            + " Default: ${DEFAULT-VALUE}.")
    private int leaveOutDays = 3;

    @Option(
            names = "--gather",
            paramLabel = "SECONDS",
            description =
                    "With --follow: how long no further request must come before one is answered."
                            + " Default: ${DEFAULT-VALUE}.")
    private int gatherSeconds = 10;

    @Option(
            names = "--release-name",
            paramLabel = "NAME",
            description = "With --follow: name of the releases. Default: ${DEFAULT-VALUE}.")
    private String releaseName = "default";

    @Option(names = "--once", description = "With --follow: end after one answer.")
    private boolean once;

    @Override
    public Integer call() {
        if (!follow) {
            return super.call();
        }
        Path folder =
                spec().commandLine().getParseResult().hasMatchedOption("--output")
                        ? output()
                        : STANDARD_OUTPUT;
        Retrainer retrainer =
                new Retrainer(settings(), leaveOutDays, new ModelTrial(FEWEST_FORECASTS, 7, 0));
        return new FollowedMarket(
                        market.connection(),
                        new Champions(model),
                        retrainer,
                        folder,
                        releaseName,
                        Duration.ofSeconds(gatherSeconds),
                        spec().commandLine().getOut())
                .follow(once);
    }
}
