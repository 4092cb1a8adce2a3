/** Which hyper-parameters, and how many epochs: random search judged by cross-validation. */
package io.attentionfutures.training.search;
