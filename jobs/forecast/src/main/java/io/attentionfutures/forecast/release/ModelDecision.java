package io.attentionfutures.forecast.release;

/**
 * A decision about a release.
 *
 * @param timeMillis when it was made, by the log's clock
 * @param release the release
 * @param market the market; empty for what holds for all
 * @param verdict the decision and its grounds
 * @param servingVersion the model that serves the market after it; empty for none, or for all
 */
public record ModelDecision(
        long timeMillis,
        ModelRelease release,
        String market,
        Verdict verdict,
        String servingVersion) {}
