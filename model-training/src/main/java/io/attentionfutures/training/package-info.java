/** Training: demand histories in, a model bundle with its error on held-out data out. */
package io.attentionfutures.training;
