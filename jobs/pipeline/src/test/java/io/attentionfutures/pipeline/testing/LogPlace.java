package io.attentionfutures.pipeline.testing;

import java.io.Serializable;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * How far a partition has been read.
 *
 * @param partition topic, hyphen, number
 * @param next place of the next record
 */
record LogPlace(String partition, int next) implements SourceSplit, Serializable {
    @Override
    public String splitId() {
        return partition;
    }
}
