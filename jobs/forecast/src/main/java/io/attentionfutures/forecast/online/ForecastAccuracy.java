package io.attentionfutures.forecast.online;

/**
 * How good a market's forecasts have been lately, over all windows ahead.
 *
 * @param error mean absolute error of the last days, in units; 0 while there is none
 * @param bestSimpleError the smallest such error of the simple forecasters, in units
 * @param drift error of the last day or two, relative to the last value's, as a multiple of what it
 *     has been over the last weeks; 1 while there is none
 */
public record ForecastAccuracy(double error, double bestSimpleError, double drift) {}
