/** Usage telemetry: the CSV file format, and samples totalled into demand per window. */
package io.attentionfutures.forecast.telemetry;
