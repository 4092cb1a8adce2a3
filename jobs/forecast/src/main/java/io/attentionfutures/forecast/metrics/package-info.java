/** Forecast errors and the rolling-origin backtest that measures them. */
package io.attentionfutures.forecast.metrics;
