/**
 * The trained model: features, networks, the bundle that carries them, and the port to the engines
 * that score them.
 */
package io.attentionfutures.forecast.model;
