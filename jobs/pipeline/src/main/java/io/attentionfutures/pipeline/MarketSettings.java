package io.attentionfutures.pipeline;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.pipeline.clearing.SegmentRouting;
import io.attentionfutures.pipeline.demand.DemandPeriods;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.util.TimeUtils;

/**
 * What the operators need to know, checked once.
 *
 * @param periods how demand is cut into windows
 * @param capacityRule how tenants' capacities total
 * @param retireAfter empty windows in a row after which a market is forgotten
 * @param modelPath path of the model bundle, empty for none
 * @param routing which segment a market belongs to
 */
public record MarketSettings(
        DemandPeriods periods,
        CapacityRule capacityRule,
        int retireAfter,
        String modelPath,
        SegmentRouting routing) {
    public MarketSettings {
        if (retireAfter < 1) {
            throw new IllegalArgumentException(
                    MarketOptions.RETIRE_AFTER.key() + " must be at least 1, was " + retireAfter);
        }
    }

    /**
     * Reads the settings from the job's options.
     *
     * @throws IllegalArgumentException if a value cannot be used; the message names the option
     */
    public static MarketSettings from(ReadableConfig config) {
        Map<String, Duration> periods = new TreeMap<>();
        config.get(MarketOptions.DEMAND_PERIODS)
                .forEach((market, period) -> periods.put(market, parsePeriod(market, period)));
        return new MarketSettings(
                new DemandPeriods(
                        config.get(MarketOptions.DEMAND_PERIOD),
                        periods,
                        config.get(MarketOptions.ALLOWED_LATENESS)),
                config.get(MarketOptions.CAPACITY_RULE),
                config.get(MarketOptions.RETIRE_AFTER),
                config.get(MarketOptions.MODEL),
                new SegmentRouting(Map.copyOf(config.get(MarketOptions.SEGMENTS))));
    }

    private static Duration parsePeriod(String market, String period) {
        try {
            return TimeUtils.parseDuration(period);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    MarketOptions.DEMAND_PERIODS.key()
                            + ": the period of "
                            + market
                            + " is not a duration: "
                            + e.getMessage(),
                    e);
        }
    }
}
