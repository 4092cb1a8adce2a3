package io.attentionfutures.local.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something published that the logs do not bear out.
 *
 * @param kind what is wrong
 * @param topic public topic
 * @param partition its partition, null where a record is missing
 * @param offset the record's offset, null where it is missing
 * @param segment clearing segment
 * @param timeMillis time of the record
 * @param sequence its place among the segment's outputs
 * @param subject the contract or account that it is about
 * @param field the first field that differs; empty where none does
 * @param published what the field says; for a missing record null
 * @param recomputed what it should say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(
        Kind kind,
        String topic,
        Integer partition,
        Long offset,
        String segment,
        @JsonProperty("time_millis") long timeMillis,
        long sequence,
        String subject,
        String field,
        String published,
        String recomputed) {
    /** By time, then place. */
    static final Comparator<Difference> ORDER =
            Comparator.comparingLong(Difference::timeMillis)
                    .thenComparing(Difference::segment)
                    .thenComparingLong(Difference::sequence)
                    .thenComparing(Difference::topic)
                    .thenComparing(Difference::kind)
                    .thenComparingLong(found -> found.offset() == null ? -1 : found.offset());

    /** What can be wrong with a published record. */
    enum Kind {
        /** A field differs. */
        CHANGED("differs"),
        /** The clearing house said it, the topic does not. */
        MISSING("is missing"),
        /** The topic says it once more. */
        REPEATED("is there twice"),
        /** The clearing house never said it. */
        UNEXPECTED("was never said"),
        /** Its previous hash is not the hash of the record before. */
        UNCHAINED("breaks the hash chain"),
        /** It cannot be decoded. */
        UNREADABLE("cannot be read");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Returns the difference in one line. */
    String toText() {
        StringBuilder text = new StringBuilder(topic);
        if (offset != null) {
            text.append('-').append(partition).append('@').append(offset);
        }
        if (kind != Kind.UNREADABLE) {
            text.append(" (")
                    .append(segment)
                    .append(" #")
                    .append(sequence)
                    .append(", ")
                    .append(Instant.ofEpochMilli(timeMillis))
                    .append(", ")
                    .append(subject)
                    .append(')');
        }
        text.append(' ').append(kind.words);
        if (!field.isEmpty()) {
            text.append(": ")
                    .append(field)
                    .append(" published ")
                    .append(published)
                    .append(", recomputed ")
                    .append(recomputed);
        } else if (published != null) {
            text.append(": ").append(published);
        }
        return text.toString();
    }
}
