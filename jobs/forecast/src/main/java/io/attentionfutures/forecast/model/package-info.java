/** The LSTM forecaster: features, network, and the bundle that carries a trained model. */
package io.attentionfutures.forecast.model;
