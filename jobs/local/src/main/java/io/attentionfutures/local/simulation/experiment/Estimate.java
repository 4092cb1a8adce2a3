package io.attentionfutures.local.simulation.experiment;

/**
 * A mean over independent seeds and how far it may be off.
 *
 * @param mean the mean
 * @param standardError its standard error; NaN for a single seed
 */
public record Estimate(double mean, double standardError) {
    /** Returns the mean of the values, at least one. */
    static Estimate of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double variance = squares / (values.length - 1) / values.length;
        return new Estimate(mean, values.length < 2 ? Double.NaN : Math.sqrt(variance));
    }

    /** Returns the mean of {@code a - b}, seed by seed. */
    static Estimate ofDifference(double[] a, double[] b) {
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        return of(differences);
    }

    /** Whether the mean is further than two standard errors above zero. */
    public boolean isClearlyPositive() {
        return mean > 2 * standardError;
    }
}
