package io.attentionfutures.forecast.model;

/**
 * What a model holds for one market.
 *
 * @param networkShare share of the network's output that is added to the combined simple forecast,
 *     from 0 to 1, by validation
 * @param deviation root mean squared validation error per window ahead, in units of {@link
 *     FeatureRow#spread}
 * @param errors {@code [window][probability]} quantiles of the validation error (actual less
 *     forecast), in the same units
 */
public record MarketModel(double networkShare, double[] deviation, double[][] errors) {}
