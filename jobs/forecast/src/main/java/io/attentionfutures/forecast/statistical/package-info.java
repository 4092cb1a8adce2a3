/**
 * The simple forecasters that every model has to beat, and that stand in for it, and the two
 * statistical models that are fitted to one series: ARIMA and exponential smoothing.
 */
package io.attentionfutures.forecast.statistical;
