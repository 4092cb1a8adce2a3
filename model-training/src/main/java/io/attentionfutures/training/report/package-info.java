/** How good a model is on held-out data, and the report of a run as one HTML page. */
package io.attentionfutures.training.report;
