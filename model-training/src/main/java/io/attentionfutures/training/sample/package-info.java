/** Examples to learn from: which origins of the histories, in which order, and how varied. */
package io.attentionfutures.training.sample;
