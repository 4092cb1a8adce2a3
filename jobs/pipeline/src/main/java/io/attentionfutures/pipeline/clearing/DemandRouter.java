package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.schemas.Topic;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Routes demand windows to their market's segment. A window stands in the order of events where it
 * closed, before the forecast that it leads to; windows of one market never close twice, so the
 * position is unique.
 */
public final class DemandRouter implements MapFunction<Demand, SegmentEvent> {
    private static final long serialVersionUID = 1L;

    private final SegmentRouting routing;

    public DemandRouter(SegmentRouting routing) {
        this.routing = routing;
    }

    @Override
    public SegmentEvent map(Demand demand) {
        LogPosition position =
                new LogPosition(
                        demand.closedMillis(),
                        Topic.DEMAND.topicName() + "/" + demand.market(),
                        0,
                        demand.windowStartMillis());
        return new SegmentEvent(
                routing.ofMarket(demand.market()),
                new MarketEvent.DemandRealised(
                        position,
                        demand.market(),
                        demand.windowStartMillis(),
                        demand.windowEndMillis() - demand.windowStartMillis(),
                        demand.samples() == 0 ? Double.NaN : demand.used(),
                        demand.capacity(),
                        new TreeMap<>(demand.providers())));
    }
}
