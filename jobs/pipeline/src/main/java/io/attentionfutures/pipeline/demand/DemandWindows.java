package io.attentionfutures.pipeline.demand;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.DemandWindowAccumulator;
import io.attentionfutures.forecast.telemetry.TenantUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Totals usage per market and window, and apart from it what each provider has online. Once a
 * market has been heard of, every window closes with a record, with or without samples, until
 * {@code retireAfter} windows in a row were empty.
 */
public final class DemandWindows extends KeyedProcessFunction<String, Usage, Demand> {
    private static final long serialVersionUID = 1L;

    private final DemandPeriods periods;
    private final CapacityRule capacityRule;
    private final int retireAfter;

    private transient MapState<String, TenantUsage> usage;
    private transient MapState<String, TenantUsage> supply;
    private transient ValueState<Long> nextWindow;
    private transient ValueState<Double> lastCapacity;
    private transient ValueState<Integer> emptyWindows;

    /**
     * @param retireAfter empty windows in a row after which a market is forgotten, at least 1
     */
    public DemandWindows(DemandPeriods periods, CapacityRule capacityRule, int retireAfter) {
        this.periods = periods;
        this.capacityRule = capacityRule;
        this.retireAfter = retireAfter;
    }

    @Override
    public void open(OpenContext context) {
        usage = samples("usage");
        supply = samples("supply");
        nextWindow =
                getRuntimeContext().getState(new ValueStateDescriptor<>("next-window", Types.LONG));
        lastCapacity =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("last-capacity", Types.DOUBLE));
        emptyWindows =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("empty-windows", Types.INT));
    }

    private MapState<String, TenantUsage> samples(String name) {
        return getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>(
                                name, StringSerializer.INSTANCE, TenantUsageSerializer.INSTANCE));
    }

    @Override
    public void processElement(Usage sample, Context context, Collector<Demand> out)
            throws Exception {
        long start = sample.windowStartMillis();
        Long next = nextWindow.value();
        if (next == null || start < next) {
            if (next != null) {
                context.timerService()
                        .deleteEventTimeTimer(periods.closeMillis(sample.market(), next));
            }
            nextWindow.update(start);
            context.timerService()
                    .registerEventTimeTimer(periods.closeMillis(sample.market(), start));
        }
        if (sample.ofProvider()) {
            // What is online is averaged as what is in use is, and has no capacity of its own.
            add(supply, start, sample.provider(), sample.capacity(), 0);
        } else {
            add(usage, start, sample.tenant(), sample.used(), sample.capacity());
        }
    }

    private static void add(
            MapState<String, TenantUsage> samples,
            long startMillis,
            String name,
            double units,
            double capacity)
            throws Exception {
        String key = windowPrefix(startMillis) + name;
        TenantUsage sofar = samples.get(key);
        DemandWindowAccumulator window = new DemandWindowAccumulator();
        if (sofar != null) {
            window.put(name, sofar);
        }
        window.add(name, units, capacity);
        samples.put(key, window.tenants().get(name));
    }

    @Override
    public void onTimer(long closeMillis, OnTimerContext context, Collector<Demand> out)
            throws Exception {
        if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
            // The end of all input is no time: it closes no window.
            return;
        }
        String market = context.getCurrentKey();
        long start = nextWindow.value();
        long end = start + periods.periodMillis(market);
        DemandWindowAccumulator window = takeWindow(usage, start);
        DemandWindowAccumulator online = takeWindow(supply, start);
        boolean empty = window.samples() == 0;
        Double known = lastCapacity.value();
        double capacity = !empty ? window.capacity(capacityRule) : known == null ? 0 : known;
        out.collect(
                new Demand(
                        market,
                        start,
                        end,
                        closeMillis,
                        window.used(),
                        capacity,
                        window.tenants().size(),
                        window.largestShare(),
                        window.samples(),
                        means(online)));
        Integer emptySoFar = emptyWindows.value();
        int emptyNow = !empty || online.samples() > 0 ? 0 : emptySoFar == null ? 1 : emptySoFar + 1;
        if (emptyNow >= retireAfter && usage.isEmpty() && supply.isEmpty()) {
            nextWindow.clear();
            lastCapacity.clear();
            emptyWindows.clear();
            return;
        }
        emptyWindows.update(emptyNow);
        lastCapacity.update(capacity);
        nextWindow.update(end);
        context.timerService().registerEventTimeTimer(periods.closeMillis(market, end));
    }

    /** Removes the samples of one window from the state and returns their totals. */
    private static DemandWindowAccumulator takeWindow(
            MapState<String, TenantUsage> samples, long startMillis) throws Exception {
        String prefix = windowPrefix(startMillis);
        DemandWindowAccumulator window = new DemandWindowAccumulator();
        List<String> taken = new ArrayList<>();
        for (Map.Entry<String, TenantUsage> entry : samples.entries()) {
            if (entry.getKey().startsWith(prefix)) {
                window.put(entry.getKey().substring(prefix.length()), entry.getValue());
                taken.add(entry.getKey());
            }
        }
        for (String key : taken) {
            samples.remove(key);
        }
        return window;
    }

    private static Map<String, Double> means(DemandWindowAccumulator online) {
        Map<String, Double> means = new TreeMap<>();
        online.tenants()
                .forEach(
                        (provider, samples) -> {
                            DemandWindowAccumulator alone = new DemandWindowAccumulator();
                            alone.put(provider, samples);
                            means.put(provider, alone.used());
                        });
        return means;
    }

    private static String windowPrefix(long startMillis) {
        return startMillis + "/";
    }
}
