package io.attentionfutures.readers;

import io.attentionfutures.schemas.Topic;
import org.apache.avro.specific.SpecificRecordBase;

/** A record as the market's own code reads it. */
record PublicRecord(Topic topic, int partition, long offset, String key, SpecificRecordBase value) {
    String place() {
        return topic.topicName() + "-" + partition + "@" + offset;
    }

    Object get(String field) {
        return value.get(field);
    }

    String text(String field) {
        return String.valueOf(get(field));
    }

    long number(String field) {
        return ((Number) get(field)).longValue();
    }
}
