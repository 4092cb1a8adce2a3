package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.pipeline.demand.Demand;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Forecasts every market whose window has closed and whose history has any measured demand: all
 * that close at one watermark in one forward pass. Keyed by market. The rows that wait are scored
 * before every barrier, so they need no state; a row's forecast does not depend on which rows share
 * its pass.
 */
public final class BatchForecaster extends AbstractStreamOperator<MarketForecast>
        implements OneInputStreamOperator<Demand, MarketForecast>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final String modelPath;

    private transient ForecastEngine engine;
    private transient ValueState<DemandSeries> history;
    private transient List<DemandSeries> waiting;
    private transient List<Long> closed;
    private transient Counter forecasts;
    private transient Counter fallbacks;

    /**
     * @param modelPath path of a model bundle; empty to forecast by statistics alone
     */
    public BatchForecaster(String modelPath) {
        this.modelPath = modelPath;
    }

    @Override
    public void open() throws Exception {
        super.open();
        engine = ForecastEngines.open(modelPath);
        history =
                getPartitionedState(
                        new ValueStateDescriptor<>("history", DemandSeriesSerializer.INSTANCE));
        waiting = new ArrayList<>();
        closed = new ArrayList<>();
        forecasts = getMetricGroup().counter("forecasts");
        fallbacks = getMetricGroup().counter("forecastFallbacks");
    }

    @Override
    public void processElement(StreamRecord<Demand> element) throws Exception {
        Demand demand = element.getValue();
        DemandSeries series = extend(history.value(), demand);
        history.update(series);
        if (isMeasured(series)) {
            waiting.add(series);
            closed.add(demand.closedMillis());
        }
    }

    /** Where only providers have reported there is no demand to forecast, not even none. */
    private static boolean isMeasured(DemandSeries series) {
        for (int i = series.windows() - 1; i >= 0; i--) {
            if (!Double.isNaN(series.used(i))) {
                return true;
            }
        }
        return false;
    }

    private static DemandSeries extend(DemandSeries series, Demand demand) {
        long period = demand.windowEndMillis() - demand.windowStartMillis();
        if (series == null
                || series.periodMillis() != period
                || series.endMillis() != demand.windowStartMillis()) {
            return new DemandSeries(
                    demand.market(),
                    period,
                    demand.windowEndMillis(),
                    new double[] {demand.used()},
                    demand.capacity());
        }
        return series.append(
                demand.used(), demand.capacity(), ForecastEngine.historyWindows(period));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        score();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        score();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void endInput() throws Exception {
        score();
    }

    private void score() {
        if (waiting.isEmpty()) {
            return;
        }
        List<DemandForecast> made = engine.forecast(waiting);
        for (int i = 0; i < made.size(); i++) {
            DemandForecast forecast = made.get(i);
            forecasts.inc();
            if (forecast.fallback()) {
                fallbacks.inc();
            }
            output.collect(
                    new StreamRecord<>(new MarketForecast(closed.get(i), forecast), closed.get(i)));
        }
        waiting.clear();
        closed.clear();
    }

    @Override
    public void close() throws Exception {
        if (engine != null) {
            engine.close();
        }
        super.close();
    }
}
