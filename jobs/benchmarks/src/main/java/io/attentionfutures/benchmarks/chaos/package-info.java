/**
 * Drills: the market job on real processes, with a fault in the middle, compared record by record
 * with a run that nothing got in the way of.
 */
package io.attentionfutures.benchmarks.chaos;
