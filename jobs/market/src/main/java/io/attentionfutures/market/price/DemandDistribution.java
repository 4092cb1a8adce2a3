package io.attentionfutures.market.price;

/**
 * What is known of one delivery period's demand: a normal distribution, or one given by quantiles.
 * Units of resource.
 */
public final class DemandDistribution {
    /** A forecast is never taken to be surer than this fraction of its mean. */
    private static final double SMALLEST_RELATIVE_DEVIATION = 0.01;

    private final double mean;
    private final double deviation;
    private final double[] probabilities;
    private final double[] quantiles;

    private DemandDistribution(
            double mean, double deviation, double[] probabilities, double[] quantiles) {
        if (!Double.isFinite(mean) || !Double.isFinite(deviation) || deviation < 0) {
            throw new IllegalArgumentException(
                    "demand needs a finite mean and deviation, was " + mean + " and " + deviation);
        }
        this.mean = mean;
        this.deviation = Math.max(deviation, SMALLEST_RELATIVE_DEVIATION * Math.abs(mean));
        this.probabilities = probabilities;
        this.quantiles = quantiles;
    }

    /**
     * Returns a normal distribution; its deviation is at least one per cent of its mean.
     *
     * @throws IllegalArgumentException if a number is not finite or the deviation is negative
     */
    public static DemandDistribution normal(double mean, double deviation) {
        return new DemandDistribution(mean, deviation, new double[0], new double[0]);
    }

    /**
     * Returns the distribution whose cumulative probability runs straight from quantile to
     * quantile. Beyond the outer quantiles nothing is known: the probability stays what it is
     * there. A quantile below the one before it counts as equal to it.
     *
     * @param mean mean of the forecast
     * @param deviation standard deviation of the forecast
     * @param probabilities ascending, strictly between 0 and 1
     * @param quantiles demand at each probability
     * @throws IllegalArgumentException if lengths differ, a number is not finite, or the
     *     probabilities do not ascend
     */
    public static DemandDistribution ofQuantiles(
            double mean, double deviation, double[] probabilities, double[] quantiles) {
        if (probabilities.length != quantiles.length || quantiles.length == 0) {
            throw new IllegalArgumentException(
                    "need one quantile per probability, was "
                            + quantiles.length
                            + " for "
                            + probabilities.length);
        }
        double[] ascending = quantiles.clone();
        for (int i = 0; i < ascending.length; i++) {
            double lower = i == 0 ? 0 : probabilities[i - 1];
            if (!(probabilities[i] > lower && probabilities[i] < 1)) {
                throw new IllegalArgumentException(
                        "probabilities must ascend between 0 and 1, was " + probabilities[i]);
            }
            if (!Double.isFinite(ascending[i])) {
                throw new IllegalArgumentException("quantiles must be finite");
            }
            if (i > 0) {
                ascending[i] = Math.max(ascending[i], ascending[i - 1]);
            }
        }
        return new DemandDistribution(mean, deviation, probabilities.clone(), ascending);
    }

    /** Standard deviation, at least one per cent of the mean. */
    public double deviation() {
        return deviation;
    }

    /** Returns the probability that demand exceeds {@code units}. */
    public double probabilityAbove(double units) {
        if (quantiles.length > 0) {
            return 1 - cumulative(units);
        }
        if (deviation == 0) {
            return mean > units ? 1 : 0;
        }
        return NormalDistribution.cumulative((mean - units) / deviation);
    }

    /**
     * Returns the demand that is exceeded with a probability: the inverse of {@link
     * #probabilityAbove}. By quantiles it stays within the outer ones; normal, it is infinite for 0
     * and 1.
     *
     * @throws IllegalArgumentException if the probability is not in 0 to 1
     */
    public double exceededWith(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be 0 to 1, was " + probability);
        }
        if (quantiles.length > 0) {
            return quantile(1 - probability);
        }
        if (deviation == 0) {
            return mean;
        }
        return mean - deviation * NormalDistribution.quantile(probability);
    }

    private double quantile(double probability) {
        int last = quantiles.length - 1;
        if (probability >= probabilities[last]) {
            return quantiles[last];
        }
        if (probability <= probabilities[0]) {
            return quantiles[0];
        }
        int above = 1;
        while (probabilities[above] <= probability) {
            above++;
        }
        double low = probabilities[above - 1];
        double part = (probability - low) / (probabilities[above] - low);
        return quantiles[above - 1] + part * (quantiles[above] - quantiles[above - 1]);
    }

    private double cumulative(double units) {
        int last = quantiles.length - 1;
        if (units >= quantiles[last]) {
            return probabilities[last];
        }
        if (units <= quantiles[0]) {
            return probabilities[0];
        }
        int above = 1;
        while (quantiles[above] <= units) {
            above++;
        }
        double part = (units - quantiles[above - 1]) / (quantiles[above] - quantiles[above - 1]);
        double low = probabilities[above - 1];
        return low + part * (probabilities[above] - low);
    }
}
