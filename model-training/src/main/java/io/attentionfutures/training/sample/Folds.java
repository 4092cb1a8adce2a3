package io.attentionfutures.training.sample;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingPlan;
import io.attentionfutures.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rolling-origin cross-validation (Tashman 2000, Out-of-sample tests of forecasting accuracy): each
 * fold learns from what lies before a boundary and is judged by the block of origins after it, and
 * the boundaries move forward in time. No target of a fold's training origins reaches into its
 * validation block, and none of either into the held-out end of the history.
 *
 * <p>Boundaries are shares of each market's own history, as the held-out end is. A market whose
 * history is too short for that stays out.
 */
public final class Folds {

    private static final double ONE_BLOCK_SHARE = 0.25;
    private static final double BLOCK_SHARE = 0.15;
    private static final double LARGEST_SHARE = 0.6;
    private static final int DEFAULT_FOLDS = 3;

    /** Six weeks by the hour: with less, folds would hold days. */
    private static final int LONG_ENOUGH = 6 * 7 * DemandForecast.HORIZON;

    private final List<MarketExamples> markets;
    private final List<Split> splits;
    private final Split whole;

    private Folds(List<MarketExamples> markets, List<Split> splits, Split whole) {
        this.markets = markets;
        this.splits = List.copyOf(splits);
        this.whole = whole;
    }

    /**
     * Lays the boundaries and thins the origins out to the plan's limit.
     *
     * @throws TrainingException if every history is too short
     */
    public static Folds of(TrainingPlan plan) {
        TrainingSettings settings = plan.settings();
        List<MarketExamples> markets = new ArrayList<>();
        for (DemandSeries series : plan.series()) {
            DemandSeries seen = seen(series, settings.heldOutShare());
            if (seen.windows() > FeatureExtractor.minimumWindows(seen.periodMillis())) {
                markets.add(new MarketExamples(seen));
            }
        }
        int folds = settings.folds() > 0 ? settings.folds() : defaultFolds(markets);
        List<MarketExamples> usable = markets.stream().filter(m -> fits(span(m), folds)).toList();
        if (usable.isEmpty()) {
            throw new TrainingException(tooShort(plan, folds));
        }
        long origins = 0;
        for (int fold = 0; fold < folds; fold++) {
            origins += size(trainingSpans(usable, fold, folds));
        }
        List<Span> all =
                usable.stream().map(m -> new Span(m, m.firstOrigin(), m.lastOrigin())).toList();
        if (settings.refit()) {
            origins += size(all);
        }
        long perEpoch =
                Math.max(1, settings.maximumWindowEpochs() / Math.max(1, settings.epochs()));
        int stride = (int) Math.max(1, (origins + perEpoch - 1) / perEpoch);
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            splits.add(
                    new Split(
                            trainingSpans(usable, fold, folds),
                            validationSpans(usable, fold, folds),
                            stride));
        }
        return new Folds(usable, splits, new Split(all, List.of(), stride));
    }

    /** One split per fold, boundaries moving forward. */
    public List<Split> splits() {
        return splits;
    }

    /** All that may be learnt from. */
    public Split whole() {
        return whole;
    }

    /** End of what training sees, per market. */
    public SortedMap<String, Long> trainedThroughMillis() {
        SortedMap<String, Long> through = new TreeMap<>();
        for (MarketExamples market : markets) {
            through.put(market.series().market(), market.series().endMillis());
        }
        return through;
    }

    private static DemandSeries seen(DemandSeries series, double heldOutShare) {
        return series.slice(0, (int) ((1 - heldOutShare) * series.windows() + 1e-9));
    }

    private static int span(MarketExamples market) {
        return market.lastOrigin() - market.firstOrigin();
    }

    private static int defaultFolds(List<MarketExamples> markets) {
        int longest = markets.stream().mapToInt(Folds::span).max().orElse(0);
        return longest >= LONG_ENOUGH ? DEFAULT_FOLDS : 1;
    }

    /** First origin of a fold's validation block. */
    private static int boundary(MarketExamples market, int fold, int folds) {
        return market.lastOrigin() - (folds - fold) * block(span(market), folds);
    }

    private static int block(int span, int folds) {
        double share = folds == 1 ? ONE_BLOCK_SHARE : Math.min(LARGEST_SHARE, folds * BLOCK_SHARE);
        return (int) (share / folds * span);
    }

    /** Whether there is something to learn from before the first boundary. */
    private static boolean fits(int span, int folds) {
        int block = block(span, folds);
        return block >= (folds == 1 ? 1 : DemandForecast.HORIZON)
                && span - folds * block >= DemandForecast.HORIZON;
    }

    private static List<Span> trainingSpans(List<MarketExamples> markets, int fold, int folds) {
        return markets.stream()
                .map(
                        m ->
                                new Span(
                                        m,
                                        m.firstOrigin(),
                                        boundary(m, fold, folds) - DemandForecast.HORIZON))
                .toList();
    }

    private static List<Span> validationSpans(List<MarketExamples> markets, int fold, int folds) {
        return markets.stream()
                .map(
                        m ->
                                new Span(
                                        m,
                                        boundary(m, fold, folds),
                                        fold == folds - 1
                                                ? m.lastOrigin()
                                                : boundary(m, fold + 1, folds) - 1))
                .toList();
    }

    private static long size(List<Span> spans) {
        return spans.stream().mapToLong(Span::size).sum();
    }

    private static String tooShort(TrainingPlan plan, int folds) {
        int longest = plan.series().stream().mapToInt(DemandSeries::windows).max().orElse(0);
        int minimum = FeatureExtractor.minimumWindows(plan.periodMillis());
        int span = 1;
        while (!fits(span, folds)) {
            span++;
        }
        int needed = minimum + span + DemandForecast.HORIZON;
        return String.format(
                "the longest history has %d windows, training%s needs at least %d before the"
                        + " held-out share of %.0f %%",
                longest,
                folds == 1 ? "" : " in " + folds + " folds",
                needed,
                100 * plan.settings().heldOutShare());
    }
}
