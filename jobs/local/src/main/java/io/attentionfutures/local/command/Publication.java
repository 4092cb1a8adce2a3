package io.attentionfutures.local.command;

import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.run.OutputReader;
import io.attentionfutures.schemas.ModelDecision;
import io.attentionfutures.schemas.ModelRelease;
import io.attentionfutures.schemas.ReleaseDecision;
import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Releases a model into a market and hears what the market makes of it. */
public final class Publication {
    /** Decisions of one moment are committed together; what comes later is about later windows. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConnection kafka;

    public Publication(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Writes a release and hears the first decisions about it.
     *
     * @param limit how long to wait for them; zero not to wait
     * @param heard is told every decision
     * @return the decisions; empty if none came in time
     */
    public List<ModelDecision> publish(
            ModelRelease release, Duration limit, Consumer<ModelDecision> heard) {
        Desk desk = new Desk(kafka);
        if (limit.isZero()) {
            desk.write(Topic.MODELS, release.getName(), release);
            return List.of();
        }
        List<ModelDecision> decisions = new ArrayList<>();
        try (OutputReader reader = new OutputReader(kafka, List.of(Topic.MODEL_DECISIONS))) {
            reader.skipToEnd();
            desk.write(Topic.MODELS, release.getName(), release);
            long deadline = System.nanoTime() + limit.toNanos();
            while (System.nanoTime() < deadline) {
                int before = decisions.size();
                reader.poll(
                        POLL,
                        record -> {
                            ModelDecision decision = (ModelDecision) record;
                            if (decision.getReleaseId().equals(release.getReleaseId())) {
                                decisions.add(decision);
                                heard.accept(decision);
                            }
                        });
                if (decisions.size() > before) {
                    deadline = System.nanoTime() + QUIET.toNanos();
                }
            }
        }
        return decisions;
    }

    /** Whether the market refused it: as a whole, or on every market that has decided. */
    public static boolean refused(List<ModelDecision> decisions) {
        if (decisions.stream().anyMatch(one -> isOfAll(one) && isRefused(one))) {
            return true;
        }
        List<ModelDecision> markets = decisions.stream().filter(one -> !isOfAll(one)).toList();
        return !markets.isEmpty() && markets.stream().allMatch(Publication::isRefused);
    }

    private static boolean isOfAll(ModelDecision decision) {
        return decision.getMarket().isEmpty();
    }

    private static boolean isRefused(ModelDecision decision) {
        return decision.getDecision() == ReleaseDecision.REFUSED;
    }

    /** A decision as one line for people. */
    public static String line(ModelDecision decision) {
        return String.format(
                Locale.ROOT,
                "%-8s  %s: %s",
                decision.getDecision(),
                isOfAll(decision) ? decision.getVersion() : decision.getMarket(),
                decision.getReason());
    }
}
