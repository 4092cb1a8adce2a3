package io.attentionfutures.forecast.statistical;

import java.util.Random;

/** Simulated processes whose best forecasts are known. */
final class TestProcesses {

    private TestProcesses() {}

    /** Deviations from {@code mean} that shrink by {@code share} per window, with noise. */
    static double[] autoregression(
            int windows, double share, double mean, double noise, long seed) {
        Random random = new Random(seed);
        double[] values = new double[windows];
        double deviation = 0;
        for (int i = 0; i < windows; i++) {
            deviation = share * deviation + noise * random.nextGaussian();
            values[i] = mean + deviation;
        }
        return values;
    }

    static double[] randomWalk(int windows, long seed) {
        return autoregression(windows, 1, 100, 1, seed);
    }

    /** A daily wave of amplitude 40 around 100, with noise. */
    static double[] wave(int windows, int day, double noise, long seed) {
        Random random = new Random(seed);
        double[] values = new double[windows];
        for (int i = 0; i < windows; i++) {
            values[i] = waveAt(i, day) + noise * random.nextGaussian();
        }
        return values;
    }

    static double waveAt(int window, int day) {
        return 100 + 40 * StrictMath.sin(2 * Math.PI * window / day);
    }

    static double meanAbsolute(double[] errors) {
        double sum = 0;
        for (double error : errors) {
            sum += Math.abs(error);
        }
        return sum / errors.length;
    }
}
