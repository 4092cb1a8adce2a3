/** Scoring with ONNX Runtime. */
package io.attentionfutures.forecast.runtime;
