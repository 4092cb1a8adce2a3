package io.attentionfutures.pipeline.publish;

import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.schemas.DemandWindow;
import io.attentionfutures.schemas.ProviderUnits;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Encodes demand windows for their public topic. */
public final class DemandPublisher extends RichMapFunction<Demand, PublishedRecord> {
    private static final long serialVersionUID = 1L;

    private transient RecordCodec<DemandWindow> codec;

    @Override
    public void open(OpenContext context) {
        codec = RecordCodec.of(DemandWindow.class);
    }

    @Override
    public PublishedRecord map(Demand demand) {
        DemandWindow window =
                new DemandWindow(
                        demand.market(),
                        Instant.ofEpochMilli(demand.windowStartMillis()),
                        Instant.ofEpochMilli(demand.windowEndMillis()),
                        demand.samples() == 0 ? 0 : demand.used(),
                        demand.capacity(),
                        demand.tenants(),
                        demand.samples(),
                        demand.providers().entrySet().stream()
                                .map(entry -> new ProviderUnits(entry.getKey(), entry.getValue()))
                                .toList(),
                        Instant.ofEpochMilli(demand.closedMillis()),
                        Double.isNaN(demand.largestShare()) ? null : demand.largestShare());
        return new PublishedRecord(
                Topic.DEMAND.topicName(),
                demand.closedMillis(),
                demand.market().getBytes(StandardCharsets.UTF_8),
                codec.encode(window));
    }
}
