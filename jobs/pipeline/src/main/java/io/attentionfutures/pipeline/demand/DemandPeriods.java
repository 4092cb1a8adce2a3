package io.attentionfutures.pipeline.demand;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * How demand is cut into windows.
 *
 * @param defaultPeriod length of a market's windows unless {@code periods} says otherwise
 * @param periods lengths by market
 * @param allowedLateness how long after its end, by the log's clock, a window takes samples
 */
public record DemandPeriods(
        Duration defaultPeriod, Map<String, Duration> periods, Duration allowedLateness)
        implements Serializable {
    public DemandPeriods {
        requireWholeMinutes("the default period", defaultPeriod);
        periods.forEach((market, period) -> requireWholeMinutes("the period of " + market, period));
        if (allowedLateness.isNegative()) {
            throw new IllegalArgumentException("the allowed lateness must not be negative");
        }
    }

    private static void requireWholeMinutes(String what, Duration period) {
        if (period.isNegative()
                || period.isZero()
                || period.toMillis() % Duration.ofMinutes(1).toMillis() != 0) {
            throw new IllegalArgumentException(
                    what + " must be a positive number of whole minutes, was " + period);
        }
    }

    /** Returns the length of a market's windows in milliseconds. */
    public long periodMillis(String market) {
        return periods.getOrDefault(market, defaultPeriod).toMillis();
    }

    /** Returns the start of the window that a time falls in. */
    public long windowStart(String market, long timeMillis) {
        return timeMillis - Math.floorMod(timeMillis, periodMillis(market));
    }

    /** Returns when, by the log's clock, the window that starts then takes no more samples. */
    public long closeMillis(String market, long windowStartMillis) {
        return windowStartMillis + periodMillis(market) + allowedLateness.toMillis();
    }
}
