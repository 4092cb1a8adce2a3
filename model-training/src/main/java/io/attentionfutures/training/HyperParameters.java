package io.attentionfutures.training;

import io.attentionfutures.training.sample.Augmentation;

/**
 * What a search may choose about one network.
 *
 * @param hidden width of the recurrent layer
 * @param batch windows per step
 * @param learningRate step size of Adam
 * @param weightDecay weight of the squared parameters in the loss
 * @param augmentation how training windows are varied, from 0 (not at all) to 1
 */
public record HyperParameters(
        int hidden, int batch, double learningRate, double weightDecay, double augmentation) {

    /**
     * @throws TrainingException if a number is out of range
     */
    public HyperParameters {
        TrainingException.require(
                hidden >= 1 && hidden <= 1024, "hidden width " + hidden + " is not in 1..1024");
        TrainingException.require(
                batch >= 1 && batch <= 4096, "batch " + batch + " is not in 1..4096");
        TrainingException.require(
                learningRate > 0 && learningRate < 1,
                "learning rate " + learningRate + " is not between 0 and 1");
        TrainingException.require(
                weightDecay >= 0 && weightDecay < 1,
                "weight decay " + weightDecay + " is not in 0..1");
        TrainingException.require(
                augmentation >= 0 && augmentation <= 1,
                "augmentation " + augmentation + " is not in 0..1");
    }

    /** These with another width. */
    public HyperParameters withHidden(int width) {
        return new HyperParameters(width, batch, learningRate, weightDecay, augmentation);
    }

    /** These with another strength of augmentation. */
    public HyperParameters withAugmentation(double strength) {
        return new HyperParameters(hidden, batch, learningRate, weightDecay, strength);
    }

    /** How training windows are varied. */
    public Augmentation variation() {
        return Augmentation.ofStrength(augmentation);
    }
}
