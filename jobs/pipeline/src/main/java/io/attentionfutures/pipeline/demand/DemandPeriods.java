package io.attentionfutures.pipeline.demand;

import io.attentionfutures.pipeline.MarketOptions;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.util.TimeUtils;

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
        requirePeriod(MarketOptions.DEMAND_PERIOD.key(), defaultPeriod);
        periods.forEach(
                (market, period) ->
                        requirePeriod(
                                MarketOptions.DEMAND_PERIODS.key() + ": the period of " + market,
                                period));
        if (allowedLateness.isNegative()) {
            throw new IllegalArgumentException(
                    MarketOptions.ALLOWED_LATENESS.key() + " must not be negative");
        }
    }

    /** Forecasts go by the hour of the day, so whole windows must make up a day. */
    private static void requirePeriod(String what, Duration period) {
        if (period.isNegative()
                || period.isZero()
                || period.toMillis() % Duration.ofMinutes(1).toMillis() != 0
                || Duration.ofDays(1).toMillis() % period.toMillis() != 0) {
            throw new IllegalArgumentException(
                    what
                            + " must be a whole number of minutes that divides a day, was "
                            + TimeUtils.formatWithHighestUnit(period));
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
