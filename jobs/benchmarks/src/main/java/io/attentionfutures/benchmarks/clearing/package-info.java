/** What the clearing core costs: the auction alone, a whole call, and each kind of command. */
package io.attentionfutures.benchmarks.clearing;
