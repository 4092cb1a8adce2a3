package io.attentionfutures.training.search;

import io.attentionfutures.training.Progress;
import io.attentionfutures.training.Progress.Standing;
import io.attentionfutures.training.fit.EpochResult;
import io.attentionfutures.training.fit.FitKey;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the work of a run, in windows times epochs, and tells the progress of each epoch together
 * with how much is left. Thread-safe: one epoch is told at a time.
 */
final class Course {

    private final Progress progress;
    private final Budget budget;
    private final int trialsPlanned;
    private final Map<FitKey, Long> planned = new HashMap<>();
    private final Map<FitKey, Integer> windows = new HashMap<>();
    private long later;
    private long done;
    private int trialsDone;
    private double best = Double.NaN;

    /**
     * @param trialsPlanned trials there will be; 0 if time decides
     */
    Course(Progress progress, Budget budget, int trialsPlanned) {
        this.progress = progress;
        this.budget = budget;
        this.trialsPlanned = trialsPlanned;
    }

    /**
     * A fit is about to begin or go on.
     *
     * @param windows windows per epoch
     * @param epochs epochs to do now, at most
     */
    synchronized void plan(FitKey key, int windows, int epochs) {
        this.windows.put(key, windows);
        planned.put(key, (long) windows * Math.max(0, epochs));
    }

    /** A fit does no more for now. */
    synchronized void ended(FitKey key) {
        planned.put(key, 0L);
    }

    /** Work that is not yet planned by fits. */
    synchronized void later(long windowEpochs) {
        later = Math.max(0, windowEpochs);
    }

    /** Trials were decided. */
    synchronized void decided(int trials, double bestError) {
        trialsDone = trials;
        best = bestError;
    }

    /** Tells of an epoch. */
    synchronized void epoch(EpochResult result) {
        if (result.epoch() > 0) {
            int work = windows.getOrDefault(result.key(), 0);
            done += work;
            planned.merge(result.key(), (long) -work, Long::sum);
        }
        progress.epoch(result, standing());
    }

    private Standing standing() {
        long open = later + planned.values().stream().mapToLong(work -> Math.max(0, work)).sum();
        double left = done == 0 ? Double.NaN : budget.spentHere() * open / done;
        if (budget.left() < Double.POSITIVE_INFINITY) {
            left = budget.left();
        }
        double all = budget.spent() + left;
        return new Standing(
                trialsDone,
                trialsPlanned,
                best,
                Double.isNaN(left) ? 0 : Math.min(1, budget.spent() / all),
                budget.spent(),
                left);
    }
}
