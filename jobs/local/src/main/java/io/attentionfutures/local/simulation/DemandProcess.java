package io.attentionfutures.local.simulation;

/**
 * Demand for each delivery hour: a daily and weekly shape, a shock that fades from hour to hour,
 * and noise that nobody knows before delivery. The forecasts that it makes are the best there are:
 * the conditional mean and deviation given all shocks up to now.
 */
final class DemandProcess {
    static final double PERSISTENCE = 0.92;
    private static final double SHOCK_DEVIATION = 0.07 * SimulatedExchange.CAPACITY_LOTS;
    private static final double NOISE_DEVIATION = 0.17 * SimulatedExchange.CAPACITY_LOTS;
    private static final int HOURS_AHEAD = 26;
    private static final double[] SHAPE = {
        -0.13, -0.16, -0.18, -0.19, -0.18, -0.15, -0.10, -0.03, 0.05, 0.11, 0.15, 0.17, 0.17, 0.18,
        0.19, 0.19, 0.17, 0.14, 0.10, 0.06, 0.02, -0.03, -0.07, -0.10
    };
    private static final double LEVEL = 0.66;
    private static final double WEEKEND = -0.09;

    private final SeededRandom random;
    private double shock;

    DemandProcess(long seed) {
        this.random = new SeededRandom(seed, "demand");
        this.shock = SHOCK_DEVIATION * random.deviate();
    }

    /** Lets the next hour's shock happen and returns the forecast that knows it. */
    Forecast forecast(int hour) {
        shock =
                PERSISTENCE * shock
                        + SHOCK_DEVIATION
                                * Math.sqrt(1 - PERSISTENCE * PERSISTENCE)
                                * random.deviate();
        double[] mean = new double[HOURS_AHEAD];
        double[] deviation = new double[HOURS_AHEAD];
        double left = 1;
        for (int ahead = 0; ahead < HOURS_AHEAD; ahead++) {
            mean[ahead] = Math.max(0, shape(hour + ahead) + left * shock);
            deviation[ahead] =
                    Math.sqrt(
                            NOISE_DEVIATION * NOISE_DEVIATION
                                    + SHOCK_DEVIATION * SHOCK_DEVIATION * (1 - left * left));
            left *= PERSISTENCE;
        }
        return new Forecast(hour, mean, deviation);
    }

    /** Returns what is expected of an hour long before it, lots. Hour 0 is a Monday's first. */
    static double shape(int hour) {
        boolean weekend = Math.floorMod(hour / 24, 7) >= 5;
        return SimulatedExchange.CAPACITY_LOTS
                * (LEVEL + SHAPE[Math.floorMod(hour, 24)] + (weekend ? WEEKEND : 0));
    }
}
