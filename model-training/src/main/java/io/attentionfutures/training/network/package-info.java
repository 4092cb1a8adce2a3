/** Networks to train, in deeplearning4j. */
package io.attentionfutures.training.network;
