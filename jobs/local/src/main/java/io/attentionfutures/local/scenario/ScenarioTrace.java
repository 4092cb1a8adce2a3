package io.attentionfutures.local.scenario;

import io.attentionfutures.forecast.telemetry.TelemetrySample;
import io.attentionfutures.local.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes a scenario's trace: seeded, so that the same scenario and seed make the same rows. */
public final class ScenarioTrace {
    private static final double DRIFT_KEPT = 0.985;

    private ScenarioTrace() {}

    private static final class Series {
        final ScenarioMarket market;
        final ScenarioConsumer consumer;
        final DemandShape shape;
        double drift;

        Series(ScenarioMarket market, ScenarioConsumer consumer) {
            this.market = market;
            this.consumer = consumer;
            this.shape = consumer.demand() == null ? market.demand() : consumer.demand();
        }

        TelemetrySample next(long line, long timeMillis, SplittableRandom random) {
            drift = DRIFT_KEPT * drift + shape.drift() * 2 * (random.nextDouble() - 0.5);
            double chance = 1 + drift + shape.noise() * (random.nextDouble() - 0.5);
            double quota = market.capacity() * consumer.share();
            double used = quota * shape.at(timeMillis) * Math.max(0, chance);
            return new TelemetrySample(
                    line,
                    timeMillis,
                    market.name(),
                    consumer.name(),
                    Math.rint(used * 100) / 100,
                    quota);
        }
    }

    /**
     * Makes the trace.
     *
     * @param startMillis start, midnight
     */
    public static Trace make(Scenario scenario, long startMillis, long seed) {
        List<Series> all = new ArrayList<>();
        for (ScenarioMarket market : scenario.markets()) {
            for (ScenarioConsumer consumer : scenario.consumers()) {
                if (consumer.consumes(market.name())) {
                    all.add(new Series(market, consumer));
                }
            }
        }
        List<TelemetrySample> rows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        long end = startMillis + Duration.ofDays(scenario.days()).toMillis();
        long step = scenario.stepLength().toMillis();
        for (long time = startMillis; time < end; time += step) {
            for (Series series : all) {
                rows.add(series.next(rows.size() + 2L, time, random));
            }
        }
        return Trace.of("scenario: " + scenario.title() + " (made up)", rows);
    }
}
