package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.DemandWindow;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.online.MarketForecaster;
import io.attentionfutures.forecast.online.MarketOutlook;
import io.attentionfutures.pipeline.demand.Demand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * that close at one watermark in one forward pass. Keyed by market. The markets that wait are
 * scored before every barrier, so they need no state of their own; a market's forecast does not
 * depend on which others share its pass.
 */
public final class BatchForecaster extends AbstractStreamOperator<MarketForecast>
        implements OneInputStreamOperator<Demand, MarketForecast>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final String modelPath;

    private transient ForecastEngine engine;
    private transient ValueState<MarketForecaster> state;
    private transient Map<String, Waiting> waiting;
    private transient Counter forecasts;
    private transient Counter fallbacks;

    private record Waiting(MarketForecaster market, long closedMillis) {}

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
        state =
                getPartitionedState(
                        new ValueStateDescriptor<>(
                                "forecaster", MarketForecasterSerializer.INSTANCE));
        waiting = new LinkedHashMap<>();
        forecasts = getMetricGroup().counter("forecasts");
        fallbacks = getMetricGroup().counter("forecastFallbacks");
    }

    @Override
    public void processElement(StreamRecord<Demand> element) throws Exception {
        Demand demand = element.getValue();
        if (waiting.containsKey(demand.market())) {
            score();
            setCurrentKey(demand.market());
        }
        MarketForecaster market = upTo(state.value(), demand);
        market.observe(new DemandWindow(demand.used(), demand.capacity(), demand.largestShare()));
        waiting.put(demand.market(), new Waiting(market, demand.closedMillis()));
    }

    /** A market that was forgotten meanwhile, or whose windows have another length, begins anew. */
    private static MarketForecaster upTo(MarketForecaster market, Demand demand) {
        long period = demand.windowEndMillis() - demand.windowStartMillis();
        boolean goesOn =
                market != null
                        && market.series().periodMillis() == period
                        && market.series().endMillis() == demand.windowStartMillis();
        return goesOn
                ? market
                : new MarketForecaster(demand.market(), period, demand.windowStartMillis());
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

    private void score() throws Exception {
        // Where only providers have reported there is no demand to forecast, not even none.
        List<Waiting> due =
                waiting.values().stream().filter(one -> one.market().hasDemand()).toList();
        List<MarketOutlook> made =
                due.isEmpty()
                        ? List.of()
                        : engine.forecast(due.stream().map(Waiting::market).toList());
        for (Map.Entry<String, Waiting> one : waiting.entrySet()) {
            setCurrentKey(one.getKey());
            state.update(one.getValue().market());
        }
        waiting.clear();
        for (int i = 0; i < made.size(); i++) {
            emit(made.get(i), due.get(i).closedMillis());
        }
    }

    private void emit(MarketOutlook outlook, long closedMillis) {
        forecasts.inc();
        if (outlook.forecast().fallback()) {
            fallbacks.inc();
        }
        MarketForecast forecast =
                new MarketForecast(
                        closedMillis, outlook.forecast(), outlook.weights(), outlook.accuracy());
        output.collect(new StreamRecord<>(forecast, closedMillis));
    }

    @Override
    public void close() throws Exception {
        if (engine != null) {
            engine.close();
        }
        super.close();
    }
}
