package io.attentionfutures.local.simulation.experiment;

import io.attentionfutures.local.simulation.maker.FixedSpread;
import io.attentionfutures.local.simulation.maker.LearntPolicy;
import io.attentionfutures.local.simulation.maker.MakerPolicy;
import io.attentionfutures.local.simulation.maker.MakerResult;
import io.attentionfutures.local.simulation.maker.MakerTraining;
import io.attentionfutures.local.simulation.maker.MarketMaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a market maker earns whose quotes are learnt, beside fixed spreads. Learning, and choosing
 * among the fixed spreads, see seeds of their own; what is reported are other seeds.
 */
public final class MakerExperiment {
    private static final double[] HALF_SPREADS = {0.0025, 0.01, 0.02};

    /** Shift for each lot held, and shift whatever is held. */
    private static final double[][] SHIFTS = {{0, 0}, {0.0005, 0}, {0, 0.015}};

    private static final int HOURS_A_WEEK = 7 * 24;
    private static final int TUNING_WORLDS = 4;

    /** Distance from the reported seeds to those that are learnt from. */
    private static final long TRAINING = 1_000_000;

    private static final long TUNING = 2_000_000;

    private MakerExperiment() {}

    /** Returns how many weeks of market time a run simulates. */
    public static int weeks(int worlds, int weeks, int episodes) {
        int fixed = HALF_SPREADS.length * SHIFTS.length;
        return episodes + fixed * TUNING_WORLDS + worlds * weeks * (1 + HALF_SPREADS.length);
    }

    /**
     * Learns and tunes, then runs all worlds with each maker.
     *
     * @param seed seed of the first world; the others follow
     * @param episodes weeks to learn from
     */
    public static MakerReport run(
            long seed, int worlds, int weeks, int episodes, Progress progress) {
        LearntPolicy learnt =
                MakerTraining.learn(seed + TRAINING, episodes, HOURS_A_WEEK, progress::done);
        List<FixedSpread> tuned = tune(seed + TUNING, progress);
        MakerResult[] own = trade(learnt, seed, worlds, weeks, progress);
        List<MakerReport.Row> rows = new ArrayList<>();
        rows.add(row("learnt", own, own));
        for (FixedSpread fixed : tuned) {
            String name = name(fixed) + (rows.size() == 1 ? ", best in tuning" : "");
            rows.add(row(name, trade(fixed, seed, worlds, weeks, progress), own));
        }
        return new MakerReport(seed, worlds, weeks, episodes, rows);
    }

    private static String name(FixedSpread fixed) {
        return String.format(
                Locale.ROOT,
                "fixed ±%.2f%%, skew %.2f%%/lot, lean %.1f%%",
                100 * fixed.halfSpread(),
                100 * fixed.skewPerLot(),
                100 * fixed.lean());
    }

    /** Returns the best shifts of each half-spread, the most profitable first. */
    private static List<FixedSpread> tune(long seed, Progress progress) {
        record Candidate(FixedSpread policy, double profit) {}
        List<Candidate> best = new ArrayList<>();
        for (double halfSpread : HALF_SPREADS) {
            List<Candidate> candidates = new ArrayList<>();
            for (double[] shift : SHIFTS) {
                FixedSpread fixed = new FixedSpread(halfSpread, shift[0], shift[1]);
                MakerResult[] results = trade(fixed, seed, TUNING_WORLDS, 1, progress);
                double profit =
                        Arrays.stream(results).mapToDouble(MakerResult::steadyProfitTicks).sum();
                candidates.add(new Candidate(fixed, profit));
            }
            candidates.sort(Comparator.comparingDouble(Candidate::profit).reversed());
            best.add(candidates.get(0));
        }
        best.sort(Comparator.comparingDouble(Candidate::profit).reversed());
        return best.stream().map(Candidate::policy).toList();
    }

    private static MakerResult[] trade(
            MakerPolicy policy, long seed, int worlds, int weeks, Progress progress) {
        MakerResult[] results = new MakerResult[worlds];
        IntStream.range(0, worlds)
                .parallel()
                .forEach(
                        i -> {
                            results[i] =
                                    MakerTraining.trade(
                                            new MarketMaker(policy),
                                            seed + i,
                                            weeks * HOURS_A_WEEK);
                            progress.done(weeks);
                        });
        return results;
    }

    private static MakerReport.Row row(String name, MakerResult[] own, MakerResult[] learnt) {
        return new MakerReport.Row(
                name,
                estimate(own, MakerResult::profitTicks),
                estimate(own, MakerResult::steadyProfitTicks),
                estimate(own, MakerResult::quotedSpread),
                estimate(own, MakerResult::effectiveSpread),
                estimate(own, MakerResult::tradedLots),
                estimate(own, MakerResult::gateLots),
                difference(learnt, own, MakerResult::profitTicks),
                difference(learnt, own, MakerResult::steadyProfitTicks));
    }

    private static Estimate estimate(MakerResult[] results, ToDoubleFunction<MakerResult> value) {
        return Estimate.of(Arrays.stream(results).mapToDouble(value).toArray());
    }

    private static Estimate difference(
            MakerResult[] a, MakerResult[] b, ToDoubleFunction<MakerResult> value) {
        return Estimate.ofDifference(
                Arrays.stream(a).mapToDouble(value).toArray(),
                Arrays.stream(b).mapToDouble(value).toArray());
    }
}
