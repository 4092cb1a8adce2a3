package io.attentionfutures.training.fit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attentionfutures.forecast.model.Architecture;

/**
 * One epoch of one fit.
 *
 * @param trial the trial
 * @param fold the fold, the earliest 0; -1 for the final fit on all training data
 * @param network the network
 * @param epoch its number; 0 is the state before training, the combined simple forecast alone
 * @param loss training error including the weight decay, in units of the series' scale; null for
 *     epoch 0
 * @param validationLoss mean absolute validation error, in units of the series' scale; null for the
 *     final fit
 * @param seconds how long it took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EpochResult(
        int trial,
        int fold,
        Architecture network,
        int epoch,
        Double loss,
        Double validationLoss,
        double seconds) {

    /** The fit that the epoch belongs to. */
    public FitKey key() {
        return new FitKey(trial, fold, network);
    }
}
