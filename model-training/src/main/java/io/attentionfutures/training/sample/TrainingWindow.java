package io.attentionfutures.training.sample;

/**
 * One example: what the network sees at an origin and what it should put out.
 *
 * @param steps {@code [feature][step]}
 * @param target per window ahead
 */
public record TrainingWindow(float[][] steps, float[] target) {}
