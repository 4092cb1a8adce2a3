/**
 * Demand history, cleaning, features and the forecasters of the next {@value
 * io.attentionfutures.forecast.DemandForecast#HORIZON} windows.
 */
package io.attentionfutures.forecast;
