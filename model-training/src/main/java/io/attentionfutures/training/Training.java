package io.attentionfutures.training;

import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.training.report.HeldOutReport;
import io.attentionfutures.training.search.SearchOutcome;

/**
 * What a training came to.
 *
 * @param bundle the model, with its errors on the held-out data
 * @param search the trials that it was chosen from
 * @param heldOut all forecasters on the held-out data
 */
public record Training(ModelBundle bundle, SearchOutcome search, HeldOutReport heldOut) {}
