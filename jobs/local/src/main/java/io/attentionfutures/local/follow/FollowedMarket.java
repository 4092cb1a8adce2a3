package io.attentionfutures.local.follow;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.release.Decision;
import io.attentionfutures.forecast.release.Verdict;
import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.command.Publication;
import io.attentionfutures.local.command.PublishCommandLine;
import io.attentionfutures.local.follow.Champions.UnknownChampionException;
import io.attentionfutures.local.run.OutputReader;
import io.attentionfutures.schemas.DemandWindow;
import io.attentionfutures.schemas.ModelDecision;
import io.attentionfutures.schemas.ModelRelease;
import io.attentionfutures.schemas.ReleaseDecision;
import io.attentionfutures.schemas.RetrainingRequest;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.fit.EpochResult;
import io.attentionfutures.training.follow.DemandHistories;
import io.attentionfutures.training.follow.Retrainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecordBase;

/** Answers the requests of a market that runs for its models to be trained anew. */
final class FollowedMarket {
    private static final int NOT_PUBLISHED = 1;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final KafkaConnection kafka;
    private final Champions champions;
    private final Retrainer retrainer;
    private final Path folder;
    private final String releaseName;
    private final PrintWriter out;
    private final DemandHistories histories = new DemandHistories();
    private final OpenRequests requests;

    FollowedMarket(
            KafkaConnection kafka,
            Champions champions,
            Retrainer retrainer,
            Path folder,
            String releaseName,
            Duration gather,
            PrintWriter out) {
        this.kafka = kafka;
        this.champions = champions;
        this.retrainer = retrainer;
        this.folder = folder;
        this.releaseName = releaseName;
        this.requests = new OpenRequests(gather, System::nanoTime);
        this.out = out;
    }

    /**
     * Answers requests, first those of markets that have not adopted a model since.
     *
     * @param once whether to end after one answer
     * @return exit code: 0 if a model was published, 1 if not or if it was refused
     */
    int follow(boolean once) {
        try (OutputReader reader =
                new OutputReader(
                        kafka,
                        List.of(
                                Topic.DEMAND,
                                Topic.RETRAINING,
                                Topic.MODELS,
                                Topic.MODEL_DECISIONS))) {
            reader.drain(this::take);
            say("following %s: %d requests to answer", kafka, requests.size());
            while (true) {
                reader.poll(POLL, this::take);
                List<RetrainingRequest> asked = requests.take();
                if (!asked.isEmpty()) {
                    int code = answer(asked);
                    if (once) {
                        return code;
                    }
                    if (code == NOT_PUBLISHED) {
                        requests.retry(asked);
                    }
                }
            }
        }
    }

    private void take(SpecificRecordBase record) {
        if (record instanceof DemandWindow window) {
            boolean measured = window.getSamples() > 0;
            histories.add(
                    window.getMarket(),
                    window.getWindowStart().toEpochMilli(),
                    window.getWindowEnd().toEpochMilli(),
                    new io.attentionfutures.forecast.DemandWindow(
                            measured ? window.getUsed() : Double.NaN,
                            window.getCapacity(),
                            window.getLargestTenantShare() == null
                                    ? Double.NaN
                                    : window.getLargestTenantShare()));
            requests.demandUntil(window.getMarket(), window.getWindowEnd().toEpochMilli());
        } else if (record instanceof RetrainingRequest request) {
            requests.add(request);
        } else if (record instanceof ModelRelease release) {
            champions.add(release);
        } else if (record instanceof ModelDecision decision
                && decision.getDecision() == ReleaseDecision.ADOPTED) {
            requests.served(decision.getMarket(), decision.getTime());
        }
    }

    private int answer(List<RetrainingRequest> asked) {
        SortedSet<String> asking = new TreeSet<>();
        for (RetrainingRequest request : asked) {
            say(
                    "request: %s at %s: %s",
                    request.getMarket(), request.getTime(), request.getReason());
            asking.add(request.getMarket());
        }
        try {
            return retrain(asked.get(0), asking);
        } catch (TrainingException e) {
            say("not published: %s", e.getMessage());
            return NOT_PUBLISHED;
        }
    }

    private int retrain(RetrainingRequest request, SortedSet<String> asking) {
        List<DemandSeries> series = histories.ofPeriod(request.getPeriodMillis());
        say(
                "data: %d markets, the longest of %,d windows; the newest %d days are left out",
                series.size(),
                series.stream().mapToInt(DemandSeries::windows).max().orElse(0),
                retrainer.leaveOutDays());
        Optional<ModelBundle> champion = champion(request.getServingVersion());
        Optional<ModelBundle> challenger = retrainer.train(champion, series, this::epoch);
        if (challenger.isEmpty()) {
            say("not published: fine-tuning found nothing better");
            return NOT_PUBLISHED;
        }
        SortedMap<String, Verdict> verdicts =
                retrainer.evaluate(champion, challenger.get(), series);
        verdicts.forEach(
                (market, verdict) ->
                        say(
                                "evaluation: %s %s: %s",
                                market,
                                verdict.decision() == Decision.ADOPTED ? "better" : "not better",
                                verdict.reason()));
        boolean better =
                asking.stream()
                        .map(verdicts::get)
                        .anyMatch(
                                verdict ->
                                        verdict != null && verdict.decision() == Decision.ADOPTED);
        if (!better) {
            say("not published: better on no market that asked");
            return NOT_PUBLISHED;
        }
        return publish(challenger.get(), asking);
    }

    private Optional<ModelBundle> champion(String version) {
        try {
            Optional<ModelBundle> champion = champions.of(version);
            say(
                    champion.isPresent()
                            ? "model: fine-tuning " + version
                            : "model: none serves, training anew");
            return champion;
        } catch (UnknownChampionException e) {
            say("model: training anew, because what serves is not at hand: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private void epoch(EpochResult result) {
        if (result.validationLoss() != null) {
            say(
                    "training: %s, epoch %d, validation error %.4f",
                    result.network().name().toLowerCase(Locale.ROOT),
                    result.epoch(),
                    result.validationLoss());
        }
    }

    private int publish(ModelBundle bundle, SortedSet<String> asking) {
        Path file = folder.resolve(bundle.version() + ".zip");
        try {
            bundle.save(file);
        } catch (IOException e) {
            throw new UserError("cannot write " + file + ": " + e.getMessage(), e);
        }
        ModelRelease release =
                PublishCommandLine.release(
                        file, null, releaseName, "asked for by " + String.join(", ", asking));
        say("publishing: %s as release %s", file, release.getReleaseId());
        List<ModelDecision> decisions =
                new Publication(kafka)
                        .publish(
                                release,
                                ANSWER_LIMIT,
                                decision -> say("%s", Publication.line(decision)));
        if (decisions.isEmpty()) {
            say("no answer came within %d s: does the market run?", ANSWER_LIMIT.toSeconds());
        }
        return Publication.refused(decisions) ? NOT_PUBLISHED : 0;
    }

    private void say(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
