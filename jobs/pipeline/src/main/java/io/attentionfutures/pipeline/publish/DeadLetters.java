package io.attentionfutures.pipeline.publish;

import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.flink.util.OutputTag;

/**
 * Makes dead letters: what the job could not use, with its coordinates and why. Not thread-safe.
 */
public final class DeadLetters {
    /** The side output that dead letters leave an operator by. */
    public static final OutputTag<PublishedRecord> OUTPUT =
            new OutputTag<>("dead-letters", PublishedRecordSerializer.TYPE);

    private final RecordCodec<DeadLetter> codec = RecordCodec.of(DeadLetter.class);

    /**
     * Returns the dead letter of a record.
     *
     * @param reason a code, for example {@code MALFORMED}
     * @param error what was wrong, for people
     */
    public PublishedRecord of(LoggedRecord record, String reason, String error) {
        DeadLetter letter =
                DeadLetter.newBuilder()
                        .setTopic(record.topic())
                        .setPartition(record.partition())
                        .setOffset(record.offset())
                        .setTimestamp(Instant.ofEpochMilli(record.timestampMillis()))
                        .setKey(record.key() == null ? null : ByteBuffer.wrap(record.key()))
                        .setValue(record.value() == null ? null : ByteBuffer.wrap(record.value()))
                        .setReason(reason)
                        .setError(error)
                        .build();
        return new PublishedRecord(
                Topic.DEAD_LETTERS.topicName(),
                record.timestampMillis(),
                null,
                codec.encode(letter));
    }
}
