/** Evaluation of every forecaster on the end of series, from origin after origin. */
package io.attentionfutures.training.evaluation;
