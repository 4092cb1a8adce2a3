package io.attentionfutures.local.audit;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.pipeline.MarketSettings;
import io.attentionfutures.pipeline.clearing.ClearingSegment;
import io.attentionfutures.pipeline.clearing.SegmentEvent;
import io.attentionfutures.pipeline.clearing.SegmentRouting;
import io.attentionfutures.pipeline.kafka.InputTopics;
import io.attentionfutures.pipeline.kafka.InputTopics.UnusableInputException;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Recomputes what clearing houses said from the input topics, and compares it with what was
 * published. Demand windows and forecasts are taken as published: they are input here.
 */
final class Verification {
    private static final long STEP_MILLIS = 60_000;
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final KafkaConnection kafka;
    private final Configuration config;
    private final boolean completed;
    private final Findings findings;
    private final Unverifiable unverifiable = new Unverifiable();
    private final OutputCodecs codecs;
    private final Map<String, ClearingSegment> segments = new TreeMap<>();
    private long horizonMillis;
    private long firstMillis = Long.MAX_VALUE;

    /**
     * Prepares a verification.
     *
     * @param config options of the job that ran; its brokers, segments and at-least-once topics
     *     count
     * @param completed whether the job has said all that it will say
     * @param mostDifferences how many differences are named
     */
    Verification(Configuration config, boolean completed, int mostDifferences) {
        this.kafka = KafkaConnection.of(config);
        this.codecs = new OutputCodecs(kafka.wire());
        this.config = config;
        this.completed = completed;
        this.findings = new Findings(mostDifferences);
    }

    /**
     * Verifies everything up to the time that all inputs have passed.
     *
     * @throws UserError if the topics cannot be used
     */
    VerificationReport run() throws InterruptedException {
        SegmentRouting routing = MarketSettings.routing(config);
        Collection<String> inputTopics = inputTopics();
        Map<TopicPartition, Long> settled = null;
        if (!completed) {
            settled = PublishedLog.ends(kafka);
            // A transaction shows in one partition a little before it shows in another.
            Thread.sleep(SETTLING.toMillis());
        }
        try (PublishedLog published =
                        new PublishedLog(
                                kafka,
                                settled,
                                config.get(MarketOptions.AT_LEAST_ONCE_TOPICS),
                                codecs,
                                findings);
                InputLog input = new InputLog(kafka, inputTopics, routing)) {
            long clockMillis = LogClockReading.of(kafka, inputTopics);
            RecordedInput recorded = RecordedInput.read(kafka, routing);
            horizonMillis = Math.min(clockMillis, recorded.completeUntilMillis());
            List<String> cut = new ArrayList<>(input.cut());
            cut.addAll(recorded.cut());
            Comparison comparison = new Comparison(findings, unverifiable, codecs);
            if (cut.isEmpty()) {
                findCompacted(input);
                recompute(input, recorded, published, comparison);
            }
            published.until(
                    Long.MAX_VALUE,
                    (record, value, mayRepeat) -> {
                        if (!cut.isEmpty()) {
                            findings.of(record.topic()).notVerifiable++;
                        } else if (isLater(RecordFields.timeMillis(value))) {
                            findings.of(record.topic()).later++;
                        } else {
                            comparison.published(record, value, mayRepeat);
                        }
                    });
            comparison.finish(published);
            return new VerificationReport(
                    firstMillis,
                    clockMillis,
                    horizonMillis,
                    segments.size(),
                    input.records(),
                    recorded.windows(),
                    recorded.forecasts(),
                    published.chains().chains(),
                    published.chains().links(),
                    findings,
                    cut,
                    unverifiable);
        }
    }

    private Collection<String> inputTopics() {
        Configuration replay = new Configuration(config);
        // Who may write to the topics is not the question here.
        replay.set(MarketOptions.TIMESTAMPS, MarketOptions.TimestampSource.REPLAY);
        try {
            return InputTopics.lookUp(replay).partitions().keySet();
        } catch (UnusableInputException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    /** What an audit record answers was there; where it is gone, nothing after it can be told. */
    private void findCompacted(InputLog input) {
        try (PartitionLanes lanes = new PartitionLanes(kafka, List.of(Topic.AUDIT.topicName()))) {
            for (TopicPartition partition : lanes.partitions()) {
                ConsumerRecord<byte[], byte[]> record;
                while ((record = lanes.take(partition)) != null) {
                    AuditRecord audit = audit(record);
                    if (audit != null
                            && audit.getSourceTopic() != null
                            && input.isCompactedAway(
                                    audit.getSourceTopic(),
                                    audit.getSourcePartition(),
                                    audit.getSourceOffset())) {
                        unverifiable.from(audit.getSegment(), audit.getTime().toEpochMilli());
                    }
                }
            }
        }
    }

    private AuditRecord audit(ConsumerRecord<byte[], byte[]> record) {
        try {
            return (AuditRecord) codecs.decode(Topic.AUDIT, record.value());
        } catch (MalformedRecordException e) {
            // It is named when the topics are read.
            return null;
        }
    }

    private void recompute(
            InputLog input, RecordedInput recorded, PublishedLog published, Comparison comparison) {
        long last = horizonMillis - 1;
        long until = Long.MIN_VALUE;
        while (until < last) {
            input.until(until, this::add);
            long next = until == Long.MIN_VALUE ? input.reachedMillis() : until + STEP_MILLIS;
            until = Math.min(last, Math.max(next, Math.min(input.reachedMillis(), last)));
            input.until(until, this::add);
            recorded.until(until, this::add);
            for (Map.Entry<String, ClearingSegment> segment : segments.entrySet()) {
                segment.getValue()
                        .advance(until, said -> expect(comparison, segment.getKey(), said));
            }
            published.until(
                    until,
                    (record, value, mayRepeat) -> {
                        if (isLater(RecordFields.timeMillis(value))) {
                            findings.of(record.topic()).later++;
                        } else {
                            comparison.published(record, value, mayRepeat);
                        }
                    });
        }
    }

    private void add(SegmentEvent event) {
        firstMillis = Math.min(firstMillis, event.event().position().timeMillis());
        segments.computeIfAbsent(event.segment(), ClearingSegment::new).add(event.event());
    }

    private void expect(Comparison comparison, String segment, MarketOutput said) {
        if (!isLater(said.timeMillis())) {
            comparison.expect(segment, said);
        }
    }

    /** The last deadlines are known to be complete only where nothing more will come. */
    private boolean isLater(long timeMillis) {
        return completed ? timeMillis > horizonMillis : timeMillis >= horizonMillis;
    }
}
