package io.attentionfutures.local.command;

import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelForecaster;
import io.attentionfutures.forecast.model.ScoringEngines;
import io.attentionfutures.forecast.release.ModelShelf;
import io.attentionfutures.local.UserError;
import io.attentionfutures.local.run.RecordText;
import io.attentionfutures.schemas.ModelDecision;
import io.attentionfutures.schemas.ModelRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./afm publish}: releases a model into a market that runs. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Releases a model bundle into a market that runs, and prints what the market makes of"
                    + " it. Every market compares the model with the one that serves it, on recent"
                    + " windows that neither was trained on, and adopts it if its error is no"
                    + " larger; the job goes on meanwhile. Later decisions: afm watch"
                    + " model-decisions.",
            "Exit code 0 if a market adopted it or has not decided yet, 1 if it was refused, 2 if"
                    + " something given was wrong, 3 if no answer came."
        })
public final class PublishCommandLine implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int UNANSWERED = 3;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle's file.")
    private Path bundle;

    @Mixin private MarketAddress market;

    @Option(
            names = "--uri",
            description =
                    "Where the job reads the same file from, on any file system that its Flink"
                            + " knows. Default: the file itself, for a job on this machine.")
    private String uri;

    @Option(
            names = "--name",
            description =
                    "What the release replaces: the latest of each name is kept for markets that"
                            + " appear later; one name per window length. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String name = "default";

    @Option(names = "--note", description = "A remark for people.")
    private String note = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description =
                    "How long to wait for the first decisions; 0 not to wait."
                            + " Default: ${DEFAULT-VALUE}.")
    private int waitSeconds = 30;

    @Option(names = "--json", description = "One JSON object a decision.")
    private boolean json;

    @Override
    public Integer call() {
        if (waitSeconds < 0 || name.isBlank()) {
            throw new UserError("--wait must not be negative, and --name not empty");
        }
        ModelRelease release = release(bundle, uri, name, note);
        List<ModelDecision> decisions =
                new Publication(market.connection())
                        .publish(release, Duration.ofSeconds(waitSeconds), this::print);
        if (decisions.isEmpty() && waitSeconds > 0) {
            System.err.println(
                    "afm: the release is in the log, but no answer came within "
                            + waitSeconds
                            + " s: does the market run?");
            return UNANSWERED;
        }
        return Publication.refused(decisions) ? REFUSED : 0;
    }

    private void print(ModelDecision decision) {
        System.out.println(json ? RecordText.json(decision) : Publication.line(decision));
    }

    /**
     * Describes a bundle, which must pass all checks that need no market.
     *
     * @param uri where the job reads it from; null for the file itself
     * @throws UserError if the file cannot be read
     * @throws io.attentionfutures.forecast.model.ModelBundleException if it cannot be used
     */
    public static ModelRelease release(Path bundle, String uri, String name, String note) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(bundle);
        } catch (IOException e) {
            throw UserError.unreadable(bundle, e);
        }
        ModelBundle model = ModelBundle.load(bundle);
        try (ModelShelf shelf =
                        new ModelShelf(
                                path -> bytes,
                                known ->
                                        new ModelForecaster(
                                                known, ScoringEngines.AUTO, OptionalInt.empty()));
                ModelForecaster ready = shelf.ready(model)) {
            return new ModelRelease(
                    name,
                    Answer.newId(),
                    ready.bundle().version(),
                    uri != null ? uri : bundle.toAbsolutePath().toUri().toString(),
                    ModelShelf.sha256(bytes),
                    Instant.ofEpochMilli(System.currentTimeMillis()),
                    note);
        }
    }
}
