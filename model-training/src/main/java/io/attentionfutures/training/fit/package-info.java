/** One network's fit to one split: epochs, early stopping, and the state to go on from. */
package io.attentionfutures.training.fit;
