/**
 * Training anew for a market that runs: what its demand was, and a model that does better on it.
 */
package io.attentionfutures.training.follow;
