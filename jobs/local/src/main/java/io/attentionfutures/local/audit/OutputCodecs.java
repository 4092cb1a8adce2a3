package io.attentionfutures.local.audit;

import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import io.attentionfutures.schemas.wire.WireFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/** Decodes the topics that clearing houses speak on. Not thread-safe. */
final class OutputCodecs {
    /** What clearing houses say, and nothing else. */
    static final List<Topic> TOPICS =
            List.of(
                    Topic.PRICES,
                    Topic.DEPTH,
                    Topic.EXECUTIONS,
                    Topic.ALLOCATIONS,
                    Topic.STATEMENTS,
                    Topic.AUDIT,
                    Topic.SURVEILLANCE);

    private final Map<Topic, RecordCodec<? extends SpecificRecordBase>> codecs =
            new EnumMap<>(Topic.class);

    OutputCodecs(WireFormat wire) {
        for (Topic topic : TOPICS) {
            codecs.put(topic, wire.codec(topic.record()));
        }
    }

    SpecificRecordBase decode(Topic topic, byte[] value) throws MalformedRecordException {
        if (value == null) {
            throw new MalformedRecordException("it has no value");
        }
        return codecs.get(topic).decode(value);
    }
}
