package io.attentionfutures.forecast;

/** Makes a {@link DemandForecast} of point forecasts and of the errors to expect around them. */
public final class ForecastDistribution {

    private static final double SMALLEST_DEVIATION = 1e-6;

    private ForecastDistribution() {}

    /**
     * Lays the errors around the points, and cuts what is negative if the history never was.
     *
     * @param series the history that was forecast
     * @param points {@value DemandForecast#HORIZON} point forecasts, in units
     * @param deviations standard deviation of the error per window, in units
     * @param errors {@code [window][probability]} quantiles of the error (actual less point) at
     *     {@link DemandForecast#PROBABILITIES}, in units
     * @param model name and version of what made the points
     */
    public static DemandForecast around(
            DemandSeries series,
            double[] points,
            double[] deviations,
            double[][] errors,
            String model) {
        double smallest = series.isNotNegative() ? 0 : -Double.MAX_VALUE;
        double[] mean = new double[DemandForecast.HORIZON];
        double[] deviation = new double[DemandForecast.HORIZON];
        double[][] quantiles = new double[DemandForecast.HORIZON][];
        for (int h = 0; h < mean.length; h++) {
            mean[h] = Math.max(smallest, points[h]);
            deviation[h] =
                    Math.max(
                            SMALLEST_DEVIATION,
                            Math.max(
                                    DemandForecast.DEVIATION_FLOOR * Math.abs(mean[h]),
                                    deviations[h]));
            quantiles[h] = new double[errors[h].length];
            double previous = smallest;
            for (int q = 0; q < errors[h].length; q++) {
                previous = Math.max(previous, points[h] + errors[h][q]);
                quantiles[h][q] = previous;
            }
        }
        return new DemandForecast(
                series.market(),
                series.endMillis(),
                series.periodMillis(),
                series.capacity(),
                mean,
                deviation,
                DemandForecast.standardProbabilities(),
                quantiles,
                model,
                false,
                "");
    }
}
