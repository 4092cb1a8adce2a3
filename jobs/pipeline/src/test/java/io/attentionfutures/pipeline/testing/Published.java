package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.util.HexFormat;
import org.apache.avro.specific.SpecificRecordBase;

/** Reads what the job publishes. */
public final class Published {
    private Published() {}

    /** A record to the last byte, as text that sorts and compares. */
    public static String text(PublishedRecord record) {
        return record.topic()
                + " "
                + record.timestampMillis()
                + " "
                + hex(record.key())
                + " "
                + hex(record.value());
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? "-" : HexFormat.of().formatHex(bytes);
    }

    public static DeadLetter deadLetter(PublishedRecord record) {
        return decode(record, DeadLetter.class);
    }

    public static <T extends SpecificRecordBase> T decode(PublishedRecord record, Class<T> type) {
        try {
            return RecordCodec.of(type).decode(record.value());
        } catch (MalformedRecordException e) {
            throw new AssertionError(record.topic() + " does not hold " + type, e);
        }
    }
}
