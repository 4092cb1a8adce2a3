package io.attentionfutures.local.audit;

import io.attentionfutures.local.audit.Difference.Kind;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.pipeline.publish.MarketPublisher;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Holds published records against what the clearing houses say, each found by its segment and its
 * place among the segment's outputs. What waits for its counterpart is held in memory.
 */
final class Comparison {
    private final Findings findings;
    private final Unverifiable unverifiable;
    private final OutputCodecs codecs;
    private final MarketPublisher publisher = new MarketPublisher();
    private final Map<Place, Deque<PublishedRecord>> expected = new HashMap<>();
    private final Map<String, BitSet> seen = new TreeMap<>();

    private record Place(String segment, long sequence) {}

    Comparison(Findings findings, Unverifiable unverifiable, OutputCodecs codecs) {
        this.findings = findings;
        this.unverifiable = unverifiable;
        this.codecs = codecs;
    }

    /** Adds what a clearing house says. */
    void expect(String segment, MarketOutput output) {
        expected.computeIfAbsent(
                        new Place(segment, output.sequence()), place -> new ArrayDeque<>(1))
                .add(publisher.publish(output));
    }

    /**
     * Adds a published record whose time the houses have passed.
     *
     * @param mayRepeat whether its topic may hold a record more than once
     */
    void published(
            ConsumerRecord<byte[], byte[]> record, SpecificRecordBase value, boolean mayRepeat) {
        String segment = RecordFields.text(value, "segment");
        long sequence = RecordFields.number(value, "sequence");
        if (unverifiable.covers(segment, RecordFields.timeMillis(value))) {
            findings.of(record.topic()).notVerifiable++;
            return;
        }
        Place place = new Place(segment, sequence);
        Deque<PublishedRecord> candidates = expected.get(place);
        if (candidates == null || !candidates.peek().topic().equals(record.topic())) {
            if (!isSeen(place)) {
                findings.add(Findings.difference(Kind.UNEXPECTED, record, value, "", null, null));
            } else if (!mayRepeat) {
                findings.add(Findings.difference(Kind.REPEATED, record, value, "", null, null));
            }
            return;
        }
        PublishedRecord same =
                candidates.stream()
                        .filter(candidate -> Arrays.equals(candidate.value(), record.value()))
                        .findFirst()
                        .orElse(candidates.peek());
        candidates.remove(same);
        if (candidates.isEmpty()) {
            expected.remove(place);
        }
        if (sequence <= Integer.MAX_VALUE) {
            seen.computeIfAbsent(segment, name -> new BitSet()).set((int) sequence);
        }
        Optional<RecordFields.Unequal> unequal = compare(record, value, same);
        if (unequal.isPresent()) {
            findings.add(
                    Findings.difference(
                            Kind.CHANGED,
                            record,
                            value,
                            unequal.get().field(),
                            unequal.get().published(),
                            unequal.get().recomputed()));
        } else {
            findings.of(record.topic()).agree++;
        }
    }

    private boolean isSeen(Place place) {
        BitSet places = seen.get(place.segment());
        return places != null
                && place.sequence() >= 0
                && place.sequence() <= Integer.MAX_VALUE
                && places.get((int) place.sequence());
    }

    private Optional<RecordFields.Unequal> compare(
            ConsumerRecord<byte[], byte[]> record, SpecificRecordBase value, PublishedRecord same) {
        if (!Arrays.equals(record.value(), same.value())) {
            // Bytes may differ without a difference: an earlier version of the schema wrote them.
            Optional<RecordFields.Unequal> unequal = RecordFields.firstUnequal(value, decode(same));
            if (unequal.isPresent()) {
                return unequal;
            }
        }
        return Arrays.equals(record.key(), same.key())
                ? Optional.empty()
                : Optional.of(
                        new RecordFields.Unequal("key", text(record.key()), text(same.key())));
    }

    private static String text(byte[] key) {
        return key == null ? "null" : new String(key, StandardCharsets.UTF_8);
    }

    private SpecificRecordBase decode(PublishedRecord record) {
        try {
            return codecs.decode(Topic.of(record.topic()).orElseThrow(), record.value());
        } catch (MalformedRecordException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Accounts for what the houses said and no topic holds. */
    void finish(PublishedLog published) {
        expected.forEach(
                (place, records) -> records.forEach(record -> missing(place, record, published)));
        expected.clear();
    }

    private void missing(Place place, PublishedRecord record, PublishedLog published) {
        TopicCount count = findings.of(record.topic());
        if (unverifiable.covers(place.segment(), record.timestampMillis())) {
            count.notVerifiable++;
        } else if (record.timestampMillis() <= published.keptFromMillis(record.topic())) {
            count.noLongerKept++;
        } else if (published.reaches(place.segment(), record.timestampMillis(), place.sequence())) {
            findings.add(
                    new Difference(
                            Kind.MISSING,
                            record.topic(),
                            null,
                            null,
                            place.segment(),
                            record.timestampMillis(),
                            place.sequence(),
                            RecordFields.subject(decode(record)),
                            "",
                            null,
                            null));
        } else {
            count.later++;
        }
    }
}
