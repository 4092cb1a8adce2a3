package io.attentionfutures.forecast.online;

import io.attentionfutures.forecast.DemandForecast;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Combines the forecasters of one market in two layers: {@link ExpertWeights} by recent errors at
 * each speed of {@link ExpertRecord}, and the speeds' combinations by their own recent errors in
 * the same way. A forecaster counts once it has been compared with what came; until any has, the
 * last value is the forecast.
 */
final class ExpertCombination {

    private static final String REFERENCE = "naive";

    private final Map<String, ExpertRecord> experts = new TreeMap<>();
    private final ExpertRecord[] speeds = new ExpertRecord[ExpertRecord.SPEEDS];
    private final Map<String, Double> weights = new LinkedHashMap<>();

    ExpertCombination() {
        Arrays.setAll(speeds, g -> new ExpertRecord());
    }

    /**
     * Compares all forecasts of a window with what came.
     *
     * @param window its number, counted from the epoch
     * @param actual units in use
     * @param lastValues the last value before the origin {@code h} windows before it; NaN for none
     */
    void resolve(long window, double actual, double[] lastValues) {
        experts.values().forEach(expert -> expert.resolve(window, actual, lastValues));
        for (ExpertRecord speed : speeds) {
            speed.resolve(window, actual, lastValues);
        }
    }

    /** Forgets how all other forecasters than these did. */
    void keepOnly(Collection<String> codes) {
        experts.keySet().retainAll(codes);
    }

    /** A forecaster that has a record already takes part from now on. */
    void enter(String code, ExpertRecord record) {
        experts.put(code, record);
    }

    /**
     * Combines the forecasts of the current origin, and keeps them for comparison.
     *
     * @param origin number of the first window that is forecast, counted from the epoch
     * @param points forecast per forecaster's code, among them the reference {@value #REFERENCE}
     */
    double[] combine(long origin, Map<String, double[]> points) {
        points.keySet().forEach(code -> experts.computeIfAbsent(code, c -> new ExpertRecord()));
        List<String> proven = new ArrayList<>();
        for (String code : points.keySet()) {
            if (experts.get(code).isProven()) {
                proven.add(code);
            }
        }
        if (proven.isEmpty()) {
            proven.add(REFERENCE);
        }
        double[][][] bySpeed = new double[ExpertRecord.SPEEDS][][];
        double[][] combined = new double[ExpertRecord.SPEEDS][];
        for (int g = 0; g < combined.length; g++) {
            bySpeed[g] = weights(proven, g);
            combined[g] = mix(bySpeed[g], proven.stream().map(points::get).toList());
        }
        double[][] outer = outerWeights();
        double[] result = mix(outer, Arrays.asList(combined));
        describe(proven, bySpeed, outer);
        points.forEach((code, forecast) -> experts.get(code).forecast(origin, forecast));
        for (int g = 0; g < combined.length; g++) {
            speeds[g].forecast(origin, combined[g]);
        }
        return result;
    }

    /** Mean absolute error of late of a forecaster, in units; NaN if it has none to go by. */
    double recentError(String code) {
        ExpertRecord expert = experts.get(code);
        return expert == null || !expert.isProven() ? Double.NaN : expert.meanError();
    }

    /** Mean weight over all windows ahead of each forecaster that took part the last time. */
    Map<String, Double> weights() {
        return weights;
    }

    private double[][] weights(List<String> codes, int speed) {
        List<ExpertRecord> records = codes.stream().map(experts::get).toList();
        double[] priors = codes.stream().mapToDouble(ExpertWeights::prior).toArray();
        return ExpertWeights.of(records, priors, speed);
    }

    private double[][] outerWeights() {
        double[] priors = new double[speeds.length];
        Arrays.fill(priors, 1);
        return ExpertWeights.of(Arrays.asList(speeds), priors, ExpertRecord.LATELY);
    }

    /** The weighted mean, as a difference from the first: what all agree on is not rounded. */
    private static double[] mix(double[][] weights, List<double[]> points) {
        double[] mixed = points.get(0).clone();
        for (int h = 0; h < mixed.length; h++) {
            double first = mixed[h];
            for (int e = 1; e < points.size(); e++) {
                mixed[h] += weights[h][e] * (points.get(e)[h] - first);
            }
        }
        return mixed;
    }

    private void describe(List<String> codes, double[][][] bySpeed, double[][] outer) {
        weights.clear();
        for (int e = 0; e < codes.size(); e++) {
            double sum = 0;
            for (int h = 0; h < DemandForecast.HORIZON; h++) {
                for (int g = 0; g < bySpeed.length; g++) {
                    sum += outer[h][g] * bySpeed[g][h][e];
                }
            }
            weights.put(codes.get(e), sum / DemandForecast.HORIZON);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(experts.size());
        for (Map.Entry<String, ExpertRecord> expert : experts.entrySet()) {
            out.writeUTF(expert.getKey());
            expert.getValue().write(out);
        }
        for (ExpertRecord speed : speeds) {
            speed.write(out);
        }
    }

    void read(DataInput in) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String code = in.readUTF();
            ExpertRecord expert = new ExpertRecord();
            expert.read(in);
            experts.put(code, expert);
        }
        for (ExpertRecord speed : speeds) {
            speed.read(in);
        }
    }
}
