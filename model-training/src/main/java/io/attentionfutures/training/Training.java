package io.attentionfutures.training;

import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.training.search.SearchOutcome;
import java.util.Map;

/**
 * What a training came to.
 *
 * @param bundle the model, with its errors on the held-out data
 * @param search the trials that it was chosen from
 * @param parts by network name, a bundle of that network alone, to measure it by itself
 */
public record Training(ModelBundle bundle, SearchOutcome search, Map<String, ModelBundle> parts) {}
