package io.attentionfutures.benchmarks.chaos;

/** Where a record is. */
record Coordinates(String topic, int partition, long offset) {}
