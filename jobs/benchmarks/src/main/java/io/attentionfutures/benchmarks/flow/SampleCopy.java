package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.pipeline.demand.Usage;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.UsageSample;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Repeats every telemetry sample in the topic of demand. */
final class SampleCopy extends RichMapFunction<Usage, PublishedRecord> {
    private static final long serialVersionUID = 1L;

    private transient RecordCodec<UsageSample> codec;

    @Override
    public void open(OpenContext context) {
        codec = RecordCodec.of(UsageSample.class);
    }

    @Override
    public PublishedRecord map(Usage usage) {
        return new PublishedRecord(
                Topic.DEMAND.topicName(),
                usage.windowStartMillis(),
                usage.market().getBytes(StandardCharsets.UTF_8),
                codec.encode(
                        new UsageSample(
                                usage.market(),
                                usage.tenant(),
                                Instant.ofEpochMilli(usage.windowStartMillis()),
                                usage.used(),
                                usage.capacity(),
                                usage.provider())));
    }
}
