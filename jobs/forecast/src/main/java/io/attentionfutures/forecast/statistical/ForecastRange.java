package io.attentionfutures.forecast.statistical;

/**
 * What a forecast may be: not further outside of the history's range than that range is wide.
 *
 * @param lowest smallest allowed value, in units
 * @param highest largest allowed value, in units
 * @param last the history's last value, which stands in for what is not a number
 */
record ForecastRange(double lowest, double highest, double last) {

    /** The range of a history of at least one value. */
    static ForecastRange of(double[] values) {
        double lowest = values[0];
        double highest = values[0];
        for (double value : values) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        double width = Math.min(highest - lowest, Double.MAX_VALUE);
        return new ForecastRange(
                Math.max(lowest - width, -Double.MAX_VALUE),
                Math.min(highest + width, Double.MAX_VALUE),
                values[values.length - 1]);
    }

    double limit(double forecast) {
        return Double.isNaN(forecast) ? last : Math.min(Math.max(forecast, lowest), highest);
    }
}
