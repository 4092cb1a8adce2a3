package io.attentionfutures.training;

import io.attentionfutures.forecast.DemandSeries;
import java.util.List;

/**
 * What to train on and how much work to spend. The same plan gives the same bundle, byte by byte,
 * on the same native build; the limits count work, not time.
 *
 * @param series histories, all of one period
 * @param heldOutShare share of each history, at its end, that training does not see and the errors
 *     are measured on; 0 to train on all and measure nothing
 * @param hidden width of the LSTM
 * @param epochs most epochs
 * @param patience epochs without improvement on the validation data after which training ends
 * @param batch windows per step
 * @param learningRate step size of Adam
 * @param weightDecay weight of the squared parameters in the loss
 * @param maximumWindowEpochs most training windows times epochs; training origins are thinned out
 *     evenly to stay below it
 * @param maximumTestOrigins most held-out origins per series, thinned out evenly
 * @param seed seed of the initial weights and of the windows' order
 */
public record TrainingPlan(
        List<DemandSeries> series,
        double heldOutShare,
        int hidden,
        int epochs,
        int patience,
        int batch,
        double learningRate,
        double weightDecay,
        long maximumWindowEpochs,
        int maximumTestOrigins,
        long seed) {

    /**
     * @throws TrainingException if a number is out of range or the periods differ
     */
    public TrainingPlan {
        series = List.copyOf(series);
        require(!series.isEmpty(), "there is no series to train on");
        require(
                series.stream().map(DemandSeries::periodMillis).distinct().count() == 1,
                "the series have windows of different lengths");
        require(
                series.stream().map(DemandSeries::market).distinct().count() == series.size(),
                "two series have the same market");
        require(heldOutShare >= 0 && heldOutShare <= 0.9, "held-out share " + heldOutShare);
        require(hidden >= 1 && hidden <= 1024, "hidden width " + hidden + " is not in 1..1024");
        require(epochs >= 0 && epochs <= 10_000, "epochs " + epochs + " is not in 0..10000");
        require(patience >= 1, "patience " + patience);
        require(batch >= 1, "batch " + batch);
        require(learningRate > 0 && learningRate < 1, "learning rate " + learningRate);
        require(weightDecay >= 0, "weight decay " + weightDecay);
        require(maximumWindowEpochs >= 1, "maximum window epochs " + maximumWindowEpochs);
        require(maximumTestOrigins >= 1, "maximum test origins " + maximumTestOrigins);
    }

    /** Hidden width 128, up to 30 epochs; minutes. */
    public static TrainingPlan standard(List<DemandSeries> series) {
        return new TrainingPlan(
                series, 0.2, 128, 30, 5, 64, 1e-3, 1e-4, 80_000, Integer.MAX_VALUE, 42);
    }

    /** A narrow network and little work, for a first model within seconds. */
    public static TrainingPlan quick(List<DemandSeries> series) {
        return new TrainingPlan(series, 0.2, 32, 8, 3, 64, 2e-3, 1e-4, 8_000, 250, 42);
    }

    /** This plan with another held-out share. */
    public TrainingPlan withHeldOutShare(double share) {
        return new TrainingPlan(
                series,
                share,
                hidden,
                epochs,
                patience,
                batch,
                learningRate,
                weightDecay,
                maximumWindowEpochs,
                maximumTestOrigins,
                seed);
    }

    /** This plan with another network, number of epochs and seed. */
    public TrainingPlan with(int newHidden, int newEpochs, long newSeed) {
        return new TrainingPlan(
                series,
                heldOutShare,
                newHidden,
                newEpochs,
                patience,
                batch,
                learningRate,
                weightDecay,
                maximumWindowEpochs,
                maximumTestOrigins,
                newSeed);
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw new TrainingException(fault);
        }
    }
}
