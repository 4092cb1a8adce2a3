package io.attentionfutures.local.simulation;

/**
 * Demand for each delivery hour: a daily and weekly shape, a shock that fades from hour to hour,
 * plans for single hours that become known bit by bit in the half day before, and noise that nobody
 * knows before delivery. The forecasts that it makes are the best there are: the conditional mean
 * and deviation given all shocks up to now.
 */
final class DemandProcess {
    static final double PERSISTENCE = 0.9;
    private static final double SHOCK_DEVIATION = 0.07 * SimulatedExchange.CAPACITY_LOTS;
    private static final double NOISE_DEVIATION = 0.15 * SimulatedExchange.CAPACITY_LOTS;
    private static final double PLANS_DEVIATION = 0.1 * SimulatedExchange.CAPACITY_LOTS;
    private static final int PLANS_KNOWN_HOURS = 12;
    private static final int HOURS_AHEAD = 26;
    private static final double[] SHAPE = {
        -0.085, -0.104, -0.117, -0.124, -0.117, -0.098, -0.065, -0.019, 0.033, 0.072, 0.098, 0.111,
        0.111, 0.117, 0.124, 0.124, 0.111, 0.091, 0.065, 0.039, 0.013, -0.019, -0.046, -0.065
    };
    private static final double LEVEL = 0.71;
    private static final double WEEKEND = -0.06;

    private final SeededRandom random;
    private final double[] plans = new double[HOURS_AHEAD];
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
        learnPlans();
        double[] mean = new double[HOURS_AHEAD];
        double[] deviation = new double[HOURS_AHEAD];
        double left = 1;
        for (int ahead = 0; ahead < HOURS_AHEAD; ahead++) {
            mean[ahead] = Math.max(0, shape(hour + ahead) + left * shock + plans[ahead]);
            double plansToCome = Math.min(Math.max(0, ahead - 1), PLANS_KNOWN_HOURS);
            deviation[ahead] =
                    Math.sqrt(
                            NOISE_DEVIATION * NOISE_DEVIATION
                                    + SHOCK_DEVIATION * SHOCK_DEVIATION * (1 - left * left)
                                    + PLANS_DEVIATION
                                            * PLANS_DEVIATION
                                            * plansToCome
                                            / PLANS_KNOWN_HOURS);
            left *= PERSISTENCE;
        }
        return new Forecast(hour, mean, deviation);
    }

    /** Each forecast knows a part more of what is planned for each of the next hours. */
    private void learnPlans() {
        System.arraycopy(plans, 1, plans, 0, HOURS_AHEAD - 1);
        plans[HOURS_AHEAD - 1] = 0;
        for (int ahead = 1; ahead <= PLANS_KNOWN_HOURS; ahead++) {
            plans[ahead] += PLANS_DEVIATION / Math.sqrt(PLANS_KNOWN_HOURS) * random.deviate();
        }
    }

    /** Returns what is expected of an hour long before it, lots. Hour 0 is a Monday's first. */
    static double shape(int hour) {
        boolean weekend = Math.floorMod(hour / 24, 7) >= 5;
        return SimulatedExchange.CAPACITY_LOTS
                * (LEVEL + SHAPE[Math.floorMod(hour, 24)] + (weekend ? WEEKEND : 0));
    }
}
