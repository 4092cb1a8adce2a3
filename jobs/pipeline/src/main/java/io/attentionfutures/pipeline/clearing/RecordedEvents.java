package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.online.ForecastAccuracy;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.forecast.MarketForecast;
import io.attentionfutures.schemas.DemandWindow;
import io.attentionfutures.schemas.ProviderUnits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rebuilds the events that the job made itself from the public records of them, exactly, for
 * whoever checks what a clearing house said without running the job.
 */
public final class RecordedEvents {
    private final DemandRouter demands;
    private final ForecastRouter forecasts;

    public RecordedEvents(SegmentRouting routing) {
        this.demands = new DemandRouter(routing);
        this.forecasts = new ForecastRouter(routing);
    }

    /** Returns the {@link MarketEvent.DemandRealised} of a demand window. */
    public SegmentEvent of(DemandWindow window) {
        Map<String, Double> providers = new TreeMap<>();
        for (ProviderUnits provider : window.getProviders()) {
            providers.put(provider.getProvider(), provider.getUnits());
        }
        return demands.map(
                new Demand(
                        window.getMarket(),
                        window.getWindowStart().toEpochMilli(),
                        window.getWindowEnd().toEpochMilli(),
                        window.getClosedAt().toEpochMilli(),
                        window.getUsed(),
                        window.getCapacity(),
                        window.getTenants(),
                        orNaN(window.getLargestTenantShare()),
                        window.getSamples(),
                        providers));
    }

    /** Returns the {@link MarketEvent.ForecastArrived} of a forecast. */
    public SegmentEvent of(io.attentionfutures.schemas.DemandForecast forecast) {
        return forecasts.map(
                new MarketForecast(
                        forecast.getForecastAt().toEpochMilli(),
                        new DemandForecast(
                                forecast.getMarket(),
                                forecast.getDataAsOf().toEpochMilli(),
                                forecast.getPeriodMillis(),
                                forecast.getCapacity(),
                                array(forecast.getMean()),
                                array(forecast.getDeviation()),
                                array(forecast.getProbabilities()),
                                forecast.getQuantiles().stream()
                                        .map(RecordedEvents::array)
                                        .toArray(double[][]::new),
                                forecast.getModel(),
                                forecast.getFallback(),
                                forecast.getFallbackReason()),
                        forecast.getWeights(),
                        new ForecastAccuracy(
                                orNaN(forecast.getRecentError()),
                                orNaN(forecast.getBestSimpleError()),
                                orNaN(forecast.getDrift()))));
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
