/**
 * Kafka brokers, ZooKeeper, JobManagers and TaskManagers as real processes of this machine, each a
 * JVM of its own on this process's classpath, that can be paused, killed and started again.
 */
package io.attentionfutures.benchmarks.cluster;
