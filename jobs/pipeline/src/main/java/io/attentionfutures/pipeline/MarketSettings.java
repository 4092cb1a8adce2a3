package io.attentionfutures.pipeline;

import io.attentionfutures.forecast.release.ModelTrial;
import io.attentionfutures.forecast.release.RetrainingRule;
import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.pipeline.clearing.SegmentRouting;
import io.attentionfutures.pipeline.demand.DemandPeriods;
import io.attentionfutures.pipeline.forecast.ForecastSettings;
import io.attentionfutures.pipeline.kafka.WireFormats;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.WireFormat;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.util.TimeUtils;

/**
 * What the operators need to know, checked once.
 *
 * @param periods how demand is cut into windows
 * @param capacityRule how tenants' capacities total
 * @param retireAfter empty windows in a row after which a market is forgotten
 * @param forecast how demand is forecast
 * @param routing which segment a market belongs to
 * @param wire how records are framed
 */
public record MarketSettings(
        DemandPeriods periods,
        CapacityRule capacityRule,
        int retireAfter,
        ForecastSettings forecast,
        SegmentRouting routing,
        WireFormat wire) {
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
                forecast(config),
                routing(config),
                WireFormats.of(config, Topic.outputs()));
    }

    /** Reads which segment a market belongs to. */
    public static SegmentRouting routing(ReadableConfig config) {
        return new SegmentRouting(Map.copyOf(config.get(MarketOptions.SEGMENTS)));
    }

    private static ForecastSettings forecast(ReadableConfig config) {
        return new ForecastSettings(
                config.get(MarketOptions.MODEL),
                config.get(MarketOptions.ENGINE),
                new ModelTrial(
                        checked(
                                config,
                                MarketOptions.TRIAL_FORECASTS,
                                n -> new ModelTrial(n, 1, 0)),
                        checked(config, MarketOptions.TRIAL_DAYS, n -> new ModelTrial(1, n, 0)),
                        checked(
                                config,
                                MarketOptions.TRIAL_TOLERANCE,
                                share -> new ModelTrial(1, 1, share))),
                new RetrainingRule(
                        checked(
                                config,
                                MarketOptions.RETRAIN_DRIFT,
                                drift -> new RetrainingRule(drift, 1, 1)),
                        checked(
                                config,
                                MarketOptions.RETRAIN_FACTOR,
                                factor -> new RetrainingRule(1, factor, 1)),
                        checked(
                                config,
                                MarketOptions.RETRAIN_WINDOWS,
                                n -> new RetrainingRule(1, 1, n))));
    }

    private static <T> T checked(
            ReadableConfig config, ConfigOption<T> option, Consumer<T> mustTakeIt) {
        T value = config.get(option);
        try {
            mustTakeIt.accept(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option.key() + ": " + e.getMessage(), e);
        }
        return value;
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
