package io.attentionfutures.market.price;

/**
 * The standard normal distribution, the same to the last bit on every machine.
 *
 * <p>Absolute error below 1e-14. Near the middle by the series {@code 1/2 + phi(x) (x + x^3/3 +
 * x^5/(3 5) + ...)} (G. Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical
 * Software 11(4), 2004), in the tails by Laplace's continued fraction {@code phi(x) / (x + 1/(x +
 * 2/(x + 3/(x + ...))))}, which keeps the relative error small there too.
 */
public final class NormalDistribution {
    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;
    private static final double TAIL = 5;
    private static final int FRACTIONS = 40;

    private NormalDistribution() {}

    /** Returns the probability of a value of at most {@code x}; NaN for NaN. */
    public static double cumulative(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (x > TAIL) {
            return 1 - upperTail(x);
        }
        if (x < -TAIL) {
            return upperTail(-x);
        }
        double square = x * x;
        double sum = x;
        double term = x;
        for (int odd = 3; sum + term != sum; odd += 2) {
            term *= square / odd;
            sum += term;
        }
        return 0.5 + sum * density(x);
    }

    /**
     * Returns the value that is not exceeded with a probability; infinite for 0 and 1. Relative
     * error about 1e-16, see {@link NormalQuantile}.
     *
     * @throws IllegalArgumentException if the probability is not in 0 to 1
     */
    public static double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be 0 to 1, was " + probability);
        }
        if (probability == 0 || probability == 1) {
            return probability == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return NormalQuantile.of(probability);
    }

    private static double upperTail(double x) {
        double fraction = x;
        for (int k = FRACTIONS; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }

    private static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_OF_TWO_PI;
    }
}
