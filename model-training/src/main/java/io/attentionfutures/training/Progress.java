package io.attentionfutures.training;

/** Is told how training goes. */
public interface Progress {

    /** Says nothing. */
    Progress NONE = (epoch, epochs, loss, validationLoss) -> {};

    /**
     * An epoch has ended.
     *
     * @param epoch its number; 0 is the state before training, the combined simple forecast alone
     * @param epochs most epochs there can be
     * @param loss mean absolute training error in units of the series' scale; NaN for epoch 0
     * @param validationLoss the same on the validation data
     */
    void epoch(int epoch, int epochs, double loss, double validationLoss);
}
