package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.DemandWindow;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.online.MarketForecaster;
import io.attentionfutures.forecast.online.MarketOutlook;
import io.attentionfutures.forecast.release.MarketModels;
import io.attentionfutures.forecast.release.ModelDecision;
import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.forecast.release.ModelReleases;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.publish.ModelRecords;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Forecasts every market whose window has closed and whose history has any measured demand: those
 * that one model serves in one forward pass. Keyed by market; releases of models come to every
 * subtask. Windows and releases wait until the watermark has passed them and are then applied in
 * the order of their times, a release before a window of the same time, so that which model serves
 * a window is a function of the logs alone; a market's forecast does not depend on which others
 * share its pass.
 */
public final class BatchForecaster extends AbstractStreamOperator<MarketForecast>
        implements TwoInputStreamOperator<Demand, ModelRelease, MarketForecast>, BoundedMultiInput {
    private static final long serialVersionUID = 1L;
    private static final int INPUTS = 2;

    private final ForecastSettings settings;

    private transient ValueState<MarketForecaster> forecasters;
    private transient ValueState<MarketModels> models;
    private transient ListState<Demand> storedWindows;
    private transient ListState<ModelRelease> storedReleasesToCome;
    private transient ListState<ModelRelease> storedReleases;
    private transient WaitingWindows windows;
    private transient TreeSet<ModelRelease> releasesToCome;
    private transient ModelReleases releases;
    private transient ModelRecords modelRecords;
    private transient ForecastMetrics forecastMetrics;
    private transient int endedInputs;

    private record Due(
            Demand demand, MarketForecaster market, MarketModels models, ForecastEngine engine) {}

    /**
     * @param settings how to forecast
     */
    public BatchForecaster(ForecastSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        forecasters = getPartitionedState(ForecasterState.FORECASTER);
        models = getPartitionedState(ForecasterState.MODELS);
        storedWindows = getPartitionedState(ForecasterState.WAITING);
        storedReleasesToCome =
                context.getOperatorStateStore().getUnionListState(ForecasterState.RELEASES_TO_COME);
        storedReleases =
                context.getOperatorStateStore().getUnionListState(ForecasterState.RELEASES);
        windows = new WaitingWindows();
        releasesToCome = new TreeSet<>();
        for (String market : keys(ForecasterState.WAITING.getName())) {
            setCurrentKey(market);
            storedWindows.get().forEach(windows::add);
            storedWindows.clear();
        }
        storedReleasesToCome.get().forEach(releasesToCome::add);
    }

    private List<String> keys(String stateName) {
        try (Stream<String> keys =
                this.<String>getKeyedStateBackend().getKeys(stateName, VoidNamespace.INSTANCE)) {
            return keys.distinct().sorted().toList();
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        releases = ForecastEngines.open(settings, GraphicsProcessors.device(getRuntimeContext()));
        storedReleases.get().forEach(releases::restore);
        modelRecords = new ModelRecords();
        forecastMetrics = new ForecastMetrics(getMetricGroup());
        for (String market : keys(ForecasterState.FORECASTER.getName())) {
            setCurrentKey(market);
            forecastMetrics.show(market, forecasters.value().accuracy());
        }
    }

    @Override
    public void processElement1(StreamRecord<Demand> element) {
        windows.add(element.getValue());
    }

    @Override
    public void processElement2(StreamRecord<ModelRelease> element) {
        releasesToCome.add(element.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        advance(mark.getTimestamp());
        super.processWatermark(mark);
    }

    @Override
    public void endInput(int inputId) throws Exception {
        if (++endedInputs == INPUTS) {
            advance(Long.MAX_VALUE);
        }
    }

    private void advance(long nowMillis) throws Exception {
        while (!releasesToCome.isEmpty() && releasesToCome.first().timeMillis() <= nowMillis) {
            ModelRelease release = releasesToCome.pollFirst();
            forecast(release.timeMillis() - 1);
            release(release);
        }
        forecast(nowMillis);
    }

    private void release(ModelRelease release) throws Exception {
        ModelDecision ofAll = releases.release(release);
        if (isFirstSubtask()) {
            emit(ofAll);
        }
        for (String name : keys(ForecasterState.FORECASTER.getName())) {
            setCurrentKey(name);
            MarketForecaster market = forecasters.value();
            MarketModels own = ownModels();
            Optional<ModelDecision> decision = releases.decide(market, own, release.timeMillis());
            if (decision.isPresent()) {
                emit(decision.get());
                forecasters.update(market);
                models.update(own);
            }
        }
        releases.tidy();
    }

    private MarketModels ownModels() throws Exception {
        MarketModels own = models.value();
        return own == null ? new MarketModels() : own;
    }

    private boolean isFirstSubtask() {
        return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    }

    private void forecast(long untilMillis) throws Exception {
        for (List<Demand> batch = windows.take(untilMillis);
                !batch.isEmpty();
                batch = windows.take(untilMillis)) {
            forecast(batch);
        }
    }

    private void forecast(List<Demand> batch) throws Exception {
        List<Due> due = new ArrayList<>();
        boolean decided = false;
        for (Demand demand : batch) {
            setCurrentKey(demand.market());
            MarketForecaster market = upTo(forecasters.value(), demand);
            market.observe(
                    new DemandWindow(demand.used(), demand.capacity(), demand.largestShare()));
            if (market.hasDemand()) {
                MarketModels own = ownModels();
                Optional<ModelDecision> decision =
                        releases.decide(market, own, demand.closedMillis());
                decision.ifPresent(this::emit);
                decided |= decision.isPresent();
                due.add(new Due(demand, market, own, releases.engine(own)));
            } else {
                // Where only providers have reported there is no demand to forecast.
                forecasters.update(market);
            }
        }
        Map<Due, MarketOutlook> made = score(due);
        for (Due one : due) {
            setCurrentKey(one.demand().market());
            emit(one, made.get(one));
            forecasters.update(one.market());
            models.update(one.models());
        }
        if (decided) {
            releases.tidy();
        }
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

    private static Map<Due, MarketOutlook> score(List<Due> due) {
        Map<ForecastEngine, List<Due>> byEngine = new IdentityHashMap<>();
        for (Due one : due) {
            byEngine.computeIfAbsent(one.engine(), engine -> new ArrayList<>()).add(one);
        }
        Map<Due, MarketOutlook> made = new IdentityHashMap<>();
        byEngine.forEach(
                (engine, own) -> {
                    List<MarketOutlook> outlooks =
                            engine.forecast(own.stream().map(Due::market).toList());
                    for (int i = 0; i < outlooks.size(); i++) {
                        made.put(own.get(i), outlooks.get(i));
                    }
                });
        return made;
    }

    private void emit(Due due, MarketOutlook outlook) {
        long closedMillis = due.demand().closedMillis();
        forecastMetrics.forecast(due.demand().market(), outlook);
        MarketForecast forecast =
                new MarketForecast(
                        closedMillis, outlook.forecast(), outlook.weights(), outlook.accuracy());
        output.collect(new StreamRecord<>(forecast, closedMillis));
        settings.retraining()
                .ask(due.market().series(), outlook.accuracy(), due.models())
                .ifPresent(
                        asked ->
                                emit(
                                        modelRecords.of(
                                                asked,
                                                outlook,
                                                due.engine().version(),
                                                closedMillis)));
    }

    private void emit(ModelDecision decision) {
        forecastMetrics.decided(decision);
        emit(modelRecords.of(decision));
    }

    private void emit(PublishedRecord record) {
        output.collect(ModelRecords.OUTPUT, new StreamRecord<>(record, record.timestampMillis()));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        for (String market : keys(ForecasterState.WAITING.getName())) {
            setCurrentKey(market);
            storedWindows.clear();
        }
        for (Map.Entry<String, List<Demand>> market : windows.byMarket().entrySet()) {
            setCurrentKey(market.getKey());
            storedWindows.update(market.getValue());
        }
        // All subtasks know the same: one of them writes it down.
        storedReleasesToCome.update(isFirstSubtask() ? List.copyOf(releasesToCome) : List.of());
        storedReleases.update(isFirstSubtask() ? List.copyOf(releases.latest()) : List.of());
    }

    @Override
    public void close() throws Exception {
        if (releases != null) {
            releases.close();
        }
        super.close();
    }
}
