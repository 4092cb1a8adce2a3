package io.attentionfutures.local.agents;

import io.attentionfutures.schemas.Topic;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A record and when it is to be logged.
 *
 * @param timeMillis milliseconds since the epoch
 * @param topic where
 * @param key its key
 * @param record the record
 */
public record TimedRecord(long timeMillis, Topic topic, String key, SpecificRecordBase record) {}
