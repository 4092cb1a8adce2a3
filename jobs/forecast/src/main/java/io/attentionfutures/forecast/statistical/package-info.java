/** The simple forecasters that every model has to beat, and that stand in for it. */
package io.attentionfutures.forecast.statistical;
