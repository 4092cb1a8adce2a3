package io.attentionfutures.pipeline.publish;

import io.attentionfutures.forecast.online.MarketOutlook;
import io.attentionfutures.forecast.release.ModelDecision;
import io.attentionfutures.forecast.release.RetrainingRule.Retraining;
import io.attentionfutures.forecast.release.Verdict;
import io.attentionfutures.schemas.ReleaseDecision;
import io.attentionfutures.schemas.RetrainingRequest;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.util.OutputTag;

/** Encodes what the forecaster says about models. Not thread-safe. */
public final class ModelRecords {
    /** The side output that these records leave the forecaster by. */
    public static final OutputTag<PublishedRecord> OUTPUT =
            new OutputTag<>("model-records", PublishedRecordSerializer.TYPE);

    private final RecordCodec<io.attentionfutures.schemas.ModelDecision> decisions =
            RecordCodec.of(io.attentionfutures.schemas.ModelDecision.class);
    private final RecordCodec<RetrainingRequest> requests = RecordCodec.of(RetrainingRequest.class);

    /** The public record of a decision. */
    public PublishedRecord of(ModelDecision made) {
        Verdict verdict = made.verdict();
        return record(
                Topic.MODEL_DECISIONS,
                made.timeMillis(),
                made.release().name(),
                decisions,
                new io.attentionfutures.schemas.ModelDecision(
                        Instant.ofEpochMilli(made.timeMillis()),
                        made.release().name(),
                        made.release().id(),
                        made.release().version(),
                        made.market(),
                        ReleaseDecision.valueOf(verdict.decision().name()),
                        verdict.reason(),
                        present(verdict.challengerError()),
                        present(verdict.championError()),
                        verdict.origins(),
                        made.servingVersion()));
    }

    /**
     * The public record of a market's request.
     *
     * @param asked what it asks for
     * @param outlook the forecast after which it asks
     * @param servingVersion the model that serves it; empty for none
     * @param timeMillis the log's time
     */
    public PublishedRecord of(
            Retraining asked, MarketOutlook outlook, String servingVersion, long timeMillis) {
        String market = outlook.forecast().market();
        return record(
                Topic.RETRAINING,
                timeMillis,
                market,
                requests,
                new RetrainingRequest(
                        market,
                        Instant.ofEpochMilli(timeMillis),
                        asked.reason(),
                        outlook.accuracy().error(),
                        outlook.accuracy().bestSimpleError(),
                        outlook.accuracy().drift(),
                        asked.threshold(),
                        outlook.forecast().periodMillis(),
                        servingVersion));
    }

    private static Double present(double error) {
        return Double.isNaN(error) ? null : error;
    }

    private static <T extends SpecificRecordBase> PublishedRecord record(
            Topic topic, long timeMillis, String key, RecordCodec<T> codec, T record) {
        return new PublishedRecord(
                topic.topicName(),
                timeMillis,
                key.getBytes(StandardCharsets.UTF_8),
                codec.encode(record));
    }
}
