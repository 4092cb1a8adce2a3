package io.attentionfutures.training.network;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.FeatureExtractor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The matrices of a GRU as views of one row of numbers, in the order of {@link
 * io.attentionfutures.forecast.model.Architecture#parameterCount}: of its parameters, or of their
 * gradient. Gates are {@link #UPDATE}, {@link #RESET}, {@link #CANDIDATE}.
 *
 * @param input per gate {@code [feature, unit]}
 * @param recurrent per gate {@code [unit before, unit]}
 * @param bias per gate {@code [unit, 1]}
 * @param output {@code [unit, window]}
 * @param outputBias {@code [window, 1]}
 * @param recurrentLayer all of the recurrent layer in one row
 * @param outputLayer all of the output layer in one row
 */
record GruWeights(
        INDArray[] input,
        INDArray[] recurrent,
        INDArray[] bias,
        INDArray output,
        INDArray outputBias,
        INDArray recurrentLayer,
        INDArray outputLayer) {

    static final int UPDATE = 0;
    static final int RESET = 1;
    static final int CANDIDATE = 2;
    static final int GATES = 3;

    static GruWeights of(INDArray row, int hidden) {
        Views views = new Views(row);
        INDArray[] input = views.matrices(FeatureExtractor.FEATURES, hidden);
        INDArray[] recurrent = views.matrices(hidden, hidden);
        INDArray[] bias = views.matrices(hidden, 1);
        long split = views.position;
        INDArray output = views.matrix(hidden, DemandForecast.HORIZON);
        INDArray outputBias = views.matrix(DemandForecast.HORIZON, 1);
        return new GruWeights(
                input,
                recurrent,
                bias,
                output,
                outputBias,
                row.get(NDArrayIndex.all(), NDArrayIndex.interval(0, split)),
                row.get(NDArrayIndex.all(), NDArrayIndex.interval(split, views.position)));
    }

    private static final class Views {

        private final INDArray row;
        private long position;

        Views(INDArray row) {
            this.row = row;
        }

        INDArray matrix(long rows, long columns) {
            long end = position + rows * columns;
            INDArray view = row.get(NDArrayIndex.all(), NDArrayIndex.interval(position, end));
            position = end;
            return view.reshape('f', rows, columns);
        }

        INDArray[] matrices(long rows, long columns) {
            INDArray[] matrices = new INDArray[GATES];
            for (int gate = 0; gate < GATES; gate++) {
                matrices[gate] = matrix(rows, columns);
            }
            return matrices;
        }
    }
}
