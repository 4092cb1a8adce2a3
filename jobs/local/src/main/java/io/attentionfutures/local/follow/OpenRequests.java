package io.attentionfutures.local.follow;

import io.attentionfutures.schemas.RetrainingRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The markets' requests for retraining that are to be answered: those of markets that one model
 * serves together, once no further one has come for a while. What an answer could not help is taken
 * up again when another day of demand is known, for a week: by then the market asks again if it has
 * to. Not thread-safe.
 */
final class OpenRequests {
    private static final Duration RETRY = Duration.ofDays(1);
    private static final int MOST_RETRIES = 7;

    private final long gatherNanos;
    private final LongSupplier nanoClock;
    private final Map<String, RetrainingRequest> requests = new TreeMap<>();
    private final Map<String, Long> notBeforeMillis = new TreeMap<>();
    private final Map<String, Integer> retries = new TreeMap<>();
    private final Map<String, Long> demandEndMillis = new TreeMap<>();
    private final Map<String, Instant> servedAt = new TreeMap<>();
    private long lastRequestNanos;

    /**
     * @param gather how long no further request must come
     * @param nanoClock a clock as {@link System#nanoTime}
     */
    OpenRequests(Duration gather, LongSupplier nanoClock) {
        this.gatherNanos = gather.toNanos();
        this.nanoClock = nanoClock;
    }

    /** A market asks; its earlier request is forgotten. */
    void add(RetrainingRequest request) {
        String market = request.getMarket();
        if (!request.getTime().isAfter(servedAt.getOrDefault(market, Instant.MIN))) {
            return;
        }
        requests.put(market, request);
        notBeforeMillis.remove(market);
        retries.remove(market);
        lastRequestNanos = nanoClock.getAsLong();
    }

    /** A market's demand is known up to then. */
    void demandUntil(String market, long endMillis) {
        demandEndMillis.put(market, endMillis);
    }

    /** A market has got another model: what it asked for before is answered. */
    void served(String market, Instant time) {
        servedAt.merge(market, time, (one, other) -> one.isAfter(other) ? one : other);
        requests.computeIfPresent(
                market, (name, request) -> request.getTime().isAfter(time) ? request : null);
    }

    int size() {
        return requests.size();
    }

    /** Takes the next requests to answer together; empty if there are none yet. */
    List<RetrainingRequest> take() {
        if (nanoClock.getAsLong() - lastRequestNanos < gatherNanos) {
            return List.of();
        }
        Optional<RetrainingRequest> due =
                requests.values().stream().filter(this::isDue).findFirst();
        List<RetrainingRequest> together =
                due.isEmpty()
                        ? List.of()
                        : requests.values().stream()
                                .filter(request -> isLike(request, due.get()))
                                .toList();
        together.forEach(request -> requests.remove(request.getMarket()));
        return together;
    }

    private boolean isDue(RetrainingRequest request) {
        String market = request.getMarket();
        return demandEndMillis.getOrDefault(market, Long.MIN_VALUE)
                >= notBeforeMillis.getOrDefault(market, Long.MIN_VALUE);
    }

    private static boolean isLike(RetrainingRequest one, RetrainingRequest other) {
        return one.getPeriodMillis() == other.getPeriodMillis()
                && one.getServingVersion().equals(other.getServingVersion());
    }

    /** Takes requests up again that no model could be published for. */
    void retry(List<RetrainingRequest> unanswered) {
        for (RetrainingRequest request : unanswered) {
            String market = request.getMarket();
            if (retries.merge(market, 1, Integer::sum) > MOST_RETRIES) {
                continue;
            }
            requests.put(market, request);
            notBeforeMillis.put(
                    market, demandEndMillis.getOrDefault(market, 0L) + RETRY.toMillis());
        }
    }
}
