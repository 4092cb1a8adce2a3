/** Scoring with deeplearning4j. */
package io.attentionfutures.training.scoring;
