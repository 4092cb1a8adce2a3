package io.attentionfutures.training;

import io.attentionfutures.forecast.model.FeatureRow;

/**
 * One example: what the model sees at an origin and what came after.
 *
 * @param market the series' market
 * @param row the features
 * @param target what the network should put out
 */
record TrainingWindow(String market, FeatureRow row, double[] target) {}
