package io.attentionfutures.forecast.online;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandForecaster;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.DemandWindow;
import io.attentionfutures.forecast.ForecastDistribution;
import io.attentionfutures.forecast.History;
import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.statistical.StatisticalForecasters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the forecasts of one market depend on: its history, what each forecaster has learnt of
 * it, how well each has done lately, and the errors to expect. A function of the market's windows,
 * and of what the networks said about them, alone. Windows are observed in order; after each there
 * may be one forecast. Not thread-safe.
 */
public final class MarketForecaster {

    private static final int HISTORY_DAYS = 28;
    private static final int LAYOUT_VERSION = 2;
    private static final int FIRST_WINDOWS = 1024;

    private DemandSeries series;
    private History history;
    private final List<DemandForecaster> forecasters;
    private final ExpertCombination combination = new ExpertCombination();
    private final ConformalIntervals intervals = new ConformalIntervals();
    private final ExpertRecord served = new ExpertRecord();

    /**
     * @param market the market's name
     * @param periodMillis length of a window in milliseconds
     * @param startMillis start of the first window
     */
    public MarketForecaster(String market, long periodMillis, long startMillis) {
        this.series = DemandSeries.empty(market, periodMillis, startMillis);
        this.forecasters = StatisticalForecasters.all(Season.of(periodMillis));
    }

    /** Windows of history that are kept: four weeks. */
    public static int historyWindows(long periodMillis) {
        return HISTORY_DAYS * Season.of(periodMillis).day();
    }

    /** The market's history, at most {@link #historyWindows} long. */
    public DemandSeries series() {
        return series;
    }

    /** Whether anything was measured in the history: else there is nothing to forecast. */
    public boolean hasDemand() {
        for (int i = series.windows() - 1; i >= 0; i--) {
            if (!Double.isNaN(series.used(i))) {
                return true;
            }
        }
        return false;
    }

    /** Learns from the window that begins at the history's end. */
    public void observe(DemandWindow window) {
        series = series.append(window, historyWindows(series.periodMillis()));
        history = new History(series);
        int newest = history.windows() - 1;
        if (!history.clean().filled()[newest]) {
            long number = history.epochWindow(newest);
            double actual = history.at(newest);
            double[] lastValues = lastValues(newest);
            combination.resolve(number, actual, lastValues);
            intervals.resolve(number, actual);
            served.resolve(number, actual, lastValues);
        }
        forecasters.forEach(forecaster -> forecaster.observe(history));
    }

    private double[] lastValues(int window) {
        double[] values = new double[DemandForecast.HORIZON];
        Arrays.setAll(values, h -> window - h < 1 ? Double.NaN : history.at(window - h - 1));
        return values;
    }

    /**
     * Forecasts the windows after the newest one.
     *
     * @param networks what the networks forecast, in units, by their codes; those that have nothing
     *     finite to say are left out
     * @param model name and version of the model that the networks belong to; empty for none
     * @param obstacle why the model does not speak; empty if it does
     */
    public MarketOutlook forecast(
            SortedMap<String, double[]> networks, String model, String obstacle) {
        Map<String, double[]> points = new LinkedHashMap<>();
        for (DemandForecaster forecaster : forecasters) {
            if (forecaster.isReady(history)) {
                addFinite(points, forecaster.code(), forecaster.points(history));
            }
        }
        networks.forEach((code, forecast) -> addFinite(points, code, forecast));
        boolean spoke = networks.keySet().stream().anyMatch(points::containsKey);
        if (series.isNotNegative()) {
            points.replaceAll(
                    (code, forecast) -> Arrays.stream(forecast).map(x -> Math.max(0, x)).toArray());
        }
        long origin = history.epochWindow(history.windows());
        double[] combined = combination.combine(origin, points);
        ConformalIntervals.Quantiles errors =
                intervals.around(origin, combined, history.dayMean(history.windows()));
        served.forecast(origin, combined);
        DemandForecast forecast =
                ForecastDistribution.around(
                        series,
                        combined,
                        errors.deviation(),
                        errors.offsets(),
                        spoke ? model : "statistics");
        if (!spoke) {
            String reason = obstacle.isEmpty() ? "the model's output is not finite" : obstacle;
            forecast = forecast.asFallback(reason);
        }
        return new MarketOutlook(forecast, points, combination.weights(), accuracy());
    }

    /** A forecaster that cannot say anything finite says nothing. */
    private static void addFinite(Map<String, double[]> points, String code, double[] forecast) {
        if (Arrays.stream(forecast).allMatch(Double::isFinite)) {
            points.put(code, forecast);
        }
    }

    /**
     * Other networks take the place of those before, with a record as if they had always forecast.
     *
     * @param lately per window, the newest one last, what each network would have forecast before
     *     it, in units, by its code
     */
    public void replaceNetworks(List<SortedMap<String, double[]>> lately) {
        combination.keepOnly(forecasters.stream().map(DemandForecaster::code).toList());
        Map<String, ExpertRecord> records = new TreeMap<>();
        int window = series.windows() - lately.size();
        for (SortedMap<String, double[]> networks : lately) {
            long number = history.epochWindow(window);
            networks.forEach(
                    (code, points) ->
                            records.computeIfAbsent(code, c -> new ExpertRecord())
                                    .forecast(number, points));
            if (!history.clean().filled()[window]) {
                double[] lastValues = lastValues(window);
                double actual = history.at(window);
                records.values().forEach(one -> one.resolve(number, actual, lastValues));
            }
            window++;
        }
        records.forEach(combination::enter);
    }

    /** How good the market's forecasts have been lately. */
    public ForecastAccuracy accuracy() {
        double bestSimple = Double.POSITIVE_INFINITY;
        for (String code : StatisticalForecasters.SIMPLE) {
            double error = combination.recentError(code);
            bestSimple = Double.isNaN(error) ? bestSimple : Math.min(bestSimple, error);
        }
        return new ForecastAccuracy(
                served.meanError(),
                Double.isInfinite(bestSimple) ? served.meanError() : bestSimple,
                served.isProven() ? mean(ExpertRecord.RECENTLY) / mean(ExpertRecord.USUALLY) : 1);
    }

    private double mean(int speed) {
        return Arrays.stream(served.relativeErrors(speed)).sum();
    }

    /** Writes all of it. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(LAYOUT_VERSION);
        out.writeUTF(series.market());
        out.writeLong(series.periodMillis());
        out.writeLong(series.endMillis());
        out.writeInt(series.windows());
        for (int i = 0; i < series.windows(); i++) {
            DemandWindow window = series.window(i);
            out.writeDouble(window.used());
            out.writeDouble(window.capacity());
            out.writeDouble(window.largestShare());
        }
        combination.write(out);
        intervals.write(out);
        served.write(out);
        for (DemandForecaster forecaster : forecasters) {
            forecaster.write(out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is of a layout that this program does not know
     */
    public static MarketForecaster read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != LAYOUT_VERSION) {
            throw new IOException("forecaster state of unknown layout version " + version);
        }
        String market = in.readUTF();
        long periodMillis = in.readLong();
        long endMillis = in.readLong();
        int windows = in.readInt();
        double[][] measured = readWindows(in, windows);
        MarketForecaster read = new MarketForecaster(market, periodMillis, endMillis);
        read.series =
                new DemandSeries(
                        market, periodMillis, endMillis, measured[0], measured[1], measured[2]);
        read.history = windows == 0 ? null : new History(read.series);
        read.combination.read(in);
        read.intervals.read(in);
        read.served.read(in);
        for (DemandForecaster forecaster : read.forecasters) {
            forecaster.read(in);
        }
        return read;
    }

    /** Takes no more memory than there are windows, whatever their number says. */
    private static double[][] readWindows(DataInput in, int windows) throws IOException {
        if (windows < 0) {
            throw new IOException("a history of " + windows + " windows is damaged");
        }
        double[][] measured = new double[3][Math.min(windows, FIRST_WINDOWS)];
        for (int i = 0; i < windows; i++) {
            for (int kind = 0; kind < measured.length; kind++) {
                if (i == measured[kind].length) {
                    int grown = (int) Math.min(windows, 2L * i);
                    measured[kind] = Arrays.copyOf(measured[kind], grown);
                }
                measured[kind][i] = in.readDouble();
            }
        }
        return measured;
    }
}
