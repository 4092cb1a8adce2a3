package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.release.ModelTrial;
import io.attentionfutures.forecast.release.RetrainingRule;
import java.io.Serializable;

/**
 * How demand is forecast.
 *
 * @param modelPath path of the model bundle that serves until another is adopted; empty for none
 * @param engine name of the scoring engine
 * @param trial how a released model is compared with what serves
 * @param retraining when a market asks for a new model
 */
public record ForecastSettings(
        String modelPath, String engine, ModelTrial trial, RetrainingRule retraining)
        implements Serializable {}
