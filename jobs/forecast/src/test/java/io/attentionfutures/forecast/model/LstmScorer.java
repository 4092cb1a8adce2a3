package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.DemandForecast;
import java.util.Arrays;

/**
 * Computes the output of a trained network row by row in plain single-precision arithmetic. A row's
 * result is the same to the last bit in whatever batch it comes, on whatever machine, and needs no
 * native code; a matrix library's kernels round differently for different batch sizes and
 * processors.
 *
 * <p>Equations: Hochreiter and Schmidhuber 1997 with a forget gate (Gers et al. 2000). The gates
 * stand in the order of the parameters: candidate, forget, output, input. Not thread-safe.
 */
public final class LstmScorer {

    private final int hidden;
    private final float[][] input;
    private final float[][] recurrent;
    private final float[] bias;
    private final float[][] output;
    private final float[] outputBias;
    private final float[] gates;
    private final float[] state;
    private final float[] cell;

    /**
     * @param hidden width of the LSTM
     * @param parameters as the bundle keeps them
     */
    public LstmScorer(int hidden, float[] parameters) {
        this.hidden = hidden;
        int wide = 4 * hidden;
        Parameters from = new Parameters(parameters);
        this.input = from.matrix(FeatureExtractor.FEATURES, wide);
        this.recurrent = from.matrix(hidden, wide);
        this.bias = from.matrix(1, wide)[0];
        this.output = from.matrix(hidden, DemandForecast.HORIZON);
        this.outputBias = from.matrix(1, DemandForecast.HORIZON)[0];
        this.gates = new float[wide];
        this.state = new float[hidden];
        this.cell = new float[hidden];
    }

    /**
     * @param steps {@code [feature][step]}
     * @return the output per window ahead
     */
    public float[] score(float[][] steps) {
        Arrays.fill(state, 0);
        Arrays.fill(cell, 0);
        for (int t = 0; t < FeatureExtractor.STEPS; t++) {
            System.arraycopy(bias, 0, gates, 0, gates.length);
            for (int f = 0; f < FeatureExtractor.FEATURES; f++) {
                add(gates, steps[f][t], input[f]);
            }
            int k = 0;
            for (; k + 4 <= hidden; k += 4) {
                addFour(k);
            }
            for (; k < hidden; k++) {
                add(gates, state[k], recurrent[k]);
            }
            step();
        }
        float[] result = outputBias.clone();
        for (int k = 0; k < hidden; k++) {
            add(result, state[k], output[k]);
        }
        return result;
    }

    private void step() {
        for (int j = 0; j < hidden; j++) {
            float forgotten = sigmoid(gates[hidden + j]) * cell[j];
            float added = sigmoid(gates[3 * hidden + j]) * tanh(gates[j]);
            cell[j] = forgotten + added;
            state[j] = sigmoid(gates[2 * hidden + j]) * tanh(cell[j]);
        }
    }

    private void addFour(int k) {
        float a = state[k];
        float b = state[k + 1];
        float c = state[k + 2];
        float d = state[k + 3];
        float[] wa = recurrent[k];
        float[] wb = recurrent[k + 1];
        float[] wc = recurrent[k + 2];
        float[] wd = recurrent[k + 3];
        for (int j = 0; j < gates.length; j++) {
            gates[j] += (a * wa[j] + b * wb[j]) + (c * wc[j] + d * wd[j]);
        }
    }

    private static void add(float[] to, float factor, float[] weights) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * weights[j];
        }
    }

    static float sigmoid(float x) {
        return 0.5f + 0.5f * tanh(0.5f * x);
    }

    /** Rational approximation, within 1e-6, built of operations that round alike everywhere. */
    static float tanh(float x) {
        float bounded = Math.max(-9f, Math.min(9f, x));
        float s = bounded * bounded;
        float p = -2.76076847742355e-16f;
        p = p * s + 2.00018790482477e-13f;
        p = p * s - 8.60467152213735e-11f;
        p = p * s + 5.12229709037114e-08f;
        p = p * s + 1.48572235717979e-05f;
        p = p * s + 6.37261928875436e-04f;
        p = p * s + 4.89352455891786e-03f;
        float q = 1.19825839466702e-06f;
        q = q * s + 1.18534705686654e-04f;
        q = q * s + 2.26843463243900e-03f;
        q = q * s + 4.89352518554385e-03f;
        return bounded * p / q;
    }

    /** Matrices one after another, each column by column. */
    private static final class Parameters {

        private final float[] all;
        private int position;

        Parameters(float[] all) {
            this.all = all;
        }

        float[][] matrix(int rows, int columns) {
            float[][] matrix = new float[rows][columns];
            for (int column = 0; column < columns; column++) {
                for (int row = 0; row < rows; row++) {
                    matrix[row][column] = all[position++];
                }
            }
            return matrix;
        }
    }
}
