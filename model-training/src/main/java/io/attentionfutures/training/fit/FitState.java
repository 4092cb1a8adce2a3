package io.attentionfutures.training.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a fit stands after an epoch: enough to go on as if it had never stopped.
 *
 * @param parameters the network's parameters; empty once the fit is decided
 * @param updaterState what its optimiser remembers; empty once the fit is decided
 * @param steps its steps so far
 * @param bestEpoch the epoch with the smallest validation error so far
 * @param bestParameters the parameters after that epoch; empty once they are not needed
 * @param epochs every epoch so far, epoch 0 included
 */
public record FitState(
        float[] parameters,
        float[] updaterState,
        int steps,
        int bestEpoch,
        float[] bestParameters,
        List<EpochResult> epochs) {

    private static final float[] NOTHING = {};

    /** Copies the list. */
    public FitState {
        epochs = List.copyOf(epochs);
    }

    /** The last epoch that was done. */
    public int epoch() {
        return epochs.size() - 1;
    }

    /** Whether the fit can go on. */
    public boolean live() {
        return parameters.length > 0;
    }

    /** Whether validation has not improved for so many epochs. */
    public boolean exhausted(int patience) {
        return epoch() - bestEpoch >= patience;
    }

    /**
     * The validation error after an epoch; after the last one that was done, that one's.
     *
     * @param epoch from 0
     */
    public double validationLoss(int epoch) {
        return epochs.get(Math.min(epoch, epoch())).validationLoss();
    }

    /** This, with what only a trial that may still win needs left out. */
    public FitState decided() {
        return new FitState(NOTHING, NOTHING, steps, bestEpoch, NOTHING, epochs);
    }

    /**
     * How it stood after an earlier epoch, without the parameters; this if there is no later one.
     */
    public FitState upTo(int last) {
        if (epoch() <= last) {
            return this;
        }
        int best = 0;
        for (int e = 1; e <= last; e++) {
            best = validationLoss(e) < validationLoss(best) ? e : best;
        }
        List<EpochResult> earlier = epochs.subList(0, last + 1);
        return new FitState(NOTHING, NOTHING, 0, best, NOTHING, earlier);
    }

    FitState next(float[] now, float[] updater, int stepsNow, EpochResult result) {
        List<EpochResult> longer = new ArrayList<>(epochs);
        longer.add(result);
        boolean better =
                result.validationLoss() == null
                        || result.validationLoss() < epochs.get(bestEpoch).validationLoss();
        return new FitState(
                now,
                updater,
                stepsNow,
                better ? result.epoch() : bestEpoch,
                better ? now : bestParameters,
                longer);
    }
}
