package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;

/**
 * Chains the audit records of a segment: each names the hash of the one before, the first one 64
 * zeros. The hash is the SHA-256 of all fields in the order in which they are declared, the hash
 * itself left out: numbers as 8 bytes big-endian, texts as UTF-8 behind their length in 4 bytes; a
 * cause as time, topic, partition and offset, an absent one as an empty text.
 */
public final class AuditHash {
    private AuditHash() {}

    /** Returns the hash that a record must carry, 64 hexadecimal digits. */
    public static String of(AuditRecorded record) {
        HashedBytes bytes =
                new HashedBytes()
                        .text(record.segment())
                        .number(record.timeMillis())
                        .number(record.sequence());
        LogPosition cause = record.cause();
        if (cause == null) {
            bytes.text("");
        } else {
            bytes.number(cause.timeMillis())
                    .text(cause.topic())
                    .number(cause.partition())
                    .number(cause.offset());
        }
        return bytes.text(record.kind())
                .text(record.subject())
                .text(record.decision().name())
                .text(record.rejection().name())
                .text(record.text())
                .text(record.previousHash())
                .sha256();
    }
}
