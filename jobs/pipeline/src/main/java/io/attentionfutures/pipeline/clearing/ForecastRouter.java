package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.forecast.MarketForecast;
import io.attentionfutures.schemas.Topic;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Routes forecasts to their market's segment. A forecast stands in the order of events where its
 * last window closed; windows of one market never close twice, so the position is unique.
 */
public final class ForecastRouter implements MapFunction<MarketForecast, SegmentEvent> {
    private static final long serialVersionUID = 1L;

    private final SegmentRouting routing;

    public ForecastRouter(SegmentRouting routing) {
        this.routing = routing;
    }

    @Override
    public SegmentEvent map(MarketForecast made) {
        DemandForecast forecast = made.forecast();
        LogPosition position =
                new LogPosition(
                        made.forecastMillis(),
                        Topic.FORECASTS.topicName() + "/" + forecast.market(),
                        0,
                        forecast.dataAsOfMillis());
        return new SegmentEvent(
                routing.ofMarket(forecast.market()),
                new MarketEvent.ForecastArrived(
                        position,
                        forecast.market(),
                        forecast.dataAsOfMillis(),
                        forecast.periodMillis(),
                        forecast.capacity(),
                        forecast.mean(),
                        forecast.deviation(),
                        forecast.probabilities(),
                        forecast.quantiles()));
    }
}
