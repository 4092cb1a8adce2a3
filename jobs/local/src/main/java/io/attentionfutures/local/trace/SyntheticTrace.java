package io.attentionfutures.local.trace;

import io.attentionfutures.forecast.telemetry.TelemetrySample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up trace, for those who have none: accelerators of two regions, wanted by teams with a
 * working day, a working week and habits of their own, so that they run short in the afternoon and
 * idle at night.
 */
public final class SyntheticTrace {
    /** Tells people that the trace is made up. */
    public static final String LABEL = "synthetic trace (made up: daily and weekly cycles)";

    private static final long STEP = Duration.ofMinutes(15).toMillis();
    private static final double DAY = Duration.ofDays(1).toMillis();
    private static final long EPOCH_MONDAY = Instant.parse("1970-01-05T00:00:00Z").toEpochMilli();

    private SyntheticTrace() {}

    private record Team(String name, double quota, double base, double day, double weekend) {}

    private static final List<Team> TEAMS =
            List.of(
                    new Team("search-ranking", 220, 120, 90, 0.85),
                    new Team("chat-inference", 260, 90, 190, 0.7),
                    new Team("image-generation", 140, 40, 95, 1.1),
                    new Team("foundation-training", 200, 170, 20, 1.0),
                    new Team("speech", 90, 25, 60, 0.5),
                    new Team("research", 90, 45, 35, 0.6));

    /**
     * Makes a trace.
     *
     * @param startMillis start, a whole hour
     * @param duration length, whole days
     * @param seed the same seed and length make the same trace
     */
    public static Trace make(long startMillis, Duration duration, long seed) {
        List<TelemetrySample> rows = new ArrayList<>();
        String[] markets = {"H100.EUW1", "L4.EUW1"};
        SplittableRandom random = new SplittableRandom(seed);
        double[][] drift = new double[markets.length][TEAMS.size()];
        long line = 1;
        for (long time = startMillis; time < startMillis + duration.toMillis(); time += STEP) {
            for (int market = 0; market < markets.length; market++) {
                for (int i = 0; i < TEAMS.size(); i++) {
                    Team team = TEAMS.get(i);
                    drift[market][i] =
                            0.985 * drift[market][i] + 0.03 * (random.nextDouble() - 0.5) * 2;
                    double scale = market == 0 ? 1 : 1.6;
                    double noise = 1 + drift[market][i] + 0.04 * (random.nextDouble() - 0.5);
                    double used = scale * noise * demand(team, time + market * 3_600_000L);
                    rows.add(
                            new TelemetrySample(
                                    ++line,
                                    time,
                                    markets[market],
                                    team.name(),
                                    Math.max(0, Math.rint(used * 100) / 100),
                                    scale * team.quota()));
                }
            }
        }
        return Trace.of(LABEL, rows);
    }

    private static double demand(Team team, long time) {
        double hours = Math.floorMod(time, (long) DAY) / 3_600_000.0;
        long weekday = Math.floorMod(Math.floorDiv(time - EPOCH_MONDAY, (long) DAY), 7L);
        double workday = weekday >= 5 ? team.weekend() : 1;
        // One hump with its top at 14:00 UTC and a trough at 03:00.
        double hump = StrictMath.exp(-StrictMath.pow((hours - 14) / 4.5, 2));
        return workday * (team.base() + team.day() * hump);
    }
}
