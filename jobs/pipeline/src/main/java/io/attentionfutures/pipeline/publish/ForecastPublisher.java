package io.attentionfutures.pipeline.publish;

import io.attentionfutures.pipeline.forecast.MarketForecast;
import io.attentionfutures.schemas.DemandForecast;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Encodes forecasts for their public topic. */
public final class ForecastPublisher extends RichMapFunction<MarketForecast, PublishedRecord> {
    private static final long serialVersionUID = 1L;

    private transient RecordCodec<DemandForecast> codec;

    @Override
    public void open(OpenContext context) {
        codec = RecordCodec.of(DemandForecast.class);
    }

    @Override
    public PublishedRecord map(MarketForecast made) {
        io.attentionfutures.forecast.DemandForecast forecast = made.forecast();
        DemandForecast published =
                new DemandForecast(
                        forecast.market(),
                        Instant.ofEpochMilli(made.forecastMillis()),
                        Instant.ofEpochMilli(forecast.dataAsOfMillis()),
                        forecast.periodMillis(),
                        forecast.capacity(),
                        list(forecast.mean()),
                        list(forecast.deviation()),
                        list(forecast.probabilities()),
                        Arrays.stream(forecast.quantiles()).map(ForecastPublisher::list).toList(),
                        forecast.model(),
                        forecast.fallback(),
                        forecast.reason(),
                        made.weights(),
                        made.accuracy().error(),
                        made.accuracy().bestSimpleError(),
                        made.accuracy().drift());
        return new PublishedRecord(
                Topic.FORECASTS.topicName(),
                made.forecastMillis(),
                forecast.market().getBytes(StandardCharsets.UTF_8),
                codec.encode(published));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
