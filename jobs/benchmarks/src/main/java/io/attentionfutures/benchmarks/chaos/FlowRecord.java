package io.attentionfutures.benchmarks.chaos;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One record of a flow.
 *
 * @param beatMillis time of the heartbeat that follows it in its partition, or its own if it is one
 * @param heartbeat whether it only tells the time
 * @param injected whether it was added to the flow by a drill
 */
record FlowRecord(
        long beatMillis,
        boolean heartbeat,
        boolean injected,
        ProducerRecord<byte[], byte[]> content) {}
