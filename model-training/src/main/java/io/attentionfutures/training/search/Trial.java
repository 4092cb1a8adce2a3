package io.attentionfutures.training.search;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.training.HyperParameters;

/**
 * One set of hyper-parameters to try on one network.
 *
 * @param index its number, the first 0
 * @param network the network
 * @param parameters what is tried
 */
public record Trial(int index, Architecture network, HyperParameters parameters) {}
