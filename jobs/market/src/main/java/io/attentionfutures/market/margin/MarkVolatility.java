package io.attentionfutures.market.margin;

/**
 * How much the mark moves: the exponentially weighted root mean square of its relative returns,
 * {@code s' = sqrt(lambda s^2 + (1 - lambda) r^2)} (RiskMetrics Technical Document, J.P. Morgan,
 * 1996, section 5.2).
 *
 * <p>A volatility is a fraction per step from one mark to the next: 0.04 is 4 %.
 *
 * @param lambda weight of the past, 0 to 1; 0.94 in RiskMetrics' daily data
 */
public record MarkVolatility(double lambda) {
    public MarkVolatility {
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda must lie between 0 and 1, was " + lambda);
        }
    }

    /**
     * Returns the volatility after the mark has moved. It lies between the old volatility and the
     * size of the return. A return is relative to at least one tick, so that a mark of 0 counts as
     * one of 1 and the result is always finite.
     *
     * @param volatility volatility before, 0 to 1e50
     * @param previousMarkTicks mark before, not negative
     * @param markTicks mark now, not negative
     */
    public double next(double volatility, long previousMarkTicks, long markTicks) {
        Parameters.require(volatility, "volatility");
        if (previousMarkTicks < 0 || markTicks < 0) {
            throw new IllegalArgumentException(
                    "marks must not be negative, were " + previousMarkTicks + " and " + markTicks);
        }
        double change = (double) (markTicks - previousMarkTicks) / Math.max(1, previousMarkTicks);
        double larger = Math.max(volatility, Math.abs(change));
        if (larger == 0) {
            return 0;
        }
        // Relative to the larger of the two, so that no square is lost or overflows.
        double old = volatility / larger;
        double now = change / larger;
        return larger * Math.sqrt(lambda * old * old + (1 - lambda) * now * now);
    }
}
