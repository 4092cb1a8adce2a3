package io.attentionfutures.forecast.release;

/**
 * A decision and its grounds.
 *
 * @param decision what was decided
 * @param reason why, in one line
 * @param challengerError mean absolute error of the released model, in units; NaN if none was
 *     measured
 * @param championError the same of what served before; NaN if none was measured
 * @param origins forecasts per model that were compared
 */
public record Verdict(
        Decision decision,
        String reason,
        double challengerError,
        double championError,
        int origins) {

    /** A decision without a comparison. */
    public static Verdict of(Decision decision, String reason) {
        return new Verdict(decision, reason, Double.NaN, Double.NaN, 0);
    }
}
