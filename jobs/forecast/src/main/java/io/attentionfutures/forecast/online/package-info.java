/** Forecasting as the market does it: window by window, weighing the models by their errors. */
package io.attentionfutures.forecast.online;
