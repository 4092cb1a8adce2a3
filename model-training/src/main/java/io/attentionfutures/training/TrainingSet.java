package io.attentionfutures.training;

import io.attentionfutures.forecast.CleanDemand;
import io.attentionfutures.forecast.DemandCleaner;
import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.FeatureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The windows to learn from and, later in time, those to stop by. No target of a training window
 * reaches into the validation span, and none of either into the held-out span.
 *
 * @param training windows to learn from, by series and time
 * @param validation windows to stop by, and to take the error distribution from
 * @param trainedThroughMillis end of what training sees, per market
 */
record TrainingSet(
        List<TrainingWindow> training,
        List<TrainingWindow> validation,
        SortedMap<String, Long> trainedThroughMillis) {

    private static final double VALIDATION_SHARE = 0.25;
    private static final double TARGET_BOUND = 10;

    static TrainingSet of(TrainingPlan plan) {
        List<DemandSeries> usable = new ArrayList<>();
        long origins = 0;
        for (DemandSeries series : plan.series()) {
            DemandSeries seen = seen(series, plan.heldOutShare());
            int own = lastTrainingOrigin(seen) - firstOrigin(seen) + 1;
            if (own >= 1) {
                usable.add(seen);
                origins += own;
            }
        }
        if (usable.isEmpty()) {
            throw new TrainingException(tooShort(plan));
        }
        long perEpoch = Math.max(1, plan.maximumWindowEpochs() / Math.max(1, plan.epochs()));
        int stride = (int) ((origins + perEpoch - 1) / perEpoch);
        TrainingSet set = new TrainingSet(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        for (DemandSeries series : usable) {
            set.addSeries(series, stride);
        }
        return set;
    }

    private void addSeries(DemandSeries series, int stride) {
        int first = firstOrigin(series);
        int last = lastTrainingOrigin(series);
        int end = series.windows() - DemandForecast.HORIZON;
        CleanDemand targets = DemandCleaner.clean(series);
        // Counted from the newest back: what is recent is most like what is to come.
        for (int origin = first + (last - first) % stride; origin <= last; origin += stride) {
            training.add(window(series, targets, origin));
        }
        for (int origin = validationStart(series); origin <= end; origin += stride) {
            validation.add(window(series, targets, origin));
        }
        trainedThroughMillis.put(series.market(), series.endMillis());
    }

    private static TrainingWindow window(DemandSeries series, CleanDemand targets, int origin) {
        int history = FeatureExtractor.historyWindows(series.periodMillis());
        DemandSeries known = series.slice(Math.max(0, origin - history), origin);
        FeatureRow row = FeatureExtractor.extract(known);
        double[] target = new double[DemandForecast.HORIZON];
        for (int h = 0; h < target.length; h++) {
            double value = row.toOutput(h, targets.values()[origin + h]);
            target[h] = Math.max(-TARGET_BOUND, Math.min(TARGET_BOUND, value));
        }
        return new TrainingWindow(series.market(), row, target);
    }

    private static DemandSeries seen(DemandSeries series, double heldOutShare) {
        return series.slice(0, (int) ((1 - heldOutShare) * series.windows() + 1e-9));
    }

    private static int firstOrigin(DemandSeries series) {
        return FeatureExtractor.minimumWindows(series.periodMillis());
    }

    private static int validationStart(DemandSeries series) {
        int span = series.windows() - DemandForecast.HORIZON - firstOrigin(series);
        return series.windows()
                - DemandForecast.HORIZON
                - Math.max(0, (int) (VALIDATION_SHARE * span));
    }

    private static int lastTrainingOrigin(DemandSeries series) {
        return validationStart(series) - DemandForecast.HORIZON;
    }

    private static String tooShort(TrainingPlan plan) {
        int longest = plan.series().stream().mapToInt(DemandSeries::windows).max().orElse(0);
        int minimum = FeatureExtractor.minimumWindows(plan.series().get(0).periodMillis());
        int needed = minimum + 3 * DemandForecast.HORIZON;
        return String.format(
                "the longest history has %d windows, training needs at least %d before the held-out"
                        + " share of %.0f %%",
                longest, needed, 100 * plan.heldOutShare());
    }
}
