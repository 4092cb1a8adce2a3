package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.DemandForecast;
import java.nio.FloatBuffer;

/**
 * The equations of the GRU (Cho et al. 2014, reset gate after the recurrent product) in double
 * precision, to check the engines against.
 */
public final class GruScorer {

    private final int hidden;
    private final float[][][] input;
    private final float[][][] recurrent;
    private final float[][] bias = new float[3][];
    private final float[][] output;
    private final float[] outputBias;

    public GruScorer(int hidden, float[] parameters) {
        FloatBuffer from = FloatBuffer.wrap(parameters);
        this.hidden = hidden;
        this.input = new float[3][][];
        this.recurrent = new float[3][][];
        for (int gate = 0; gate < 3; gate++) {
            input[gate] = matrix(from, hidden, FeatureExtractor.FEATURES);
        }
        for (int gate = 0; gate < 3; gate++) {
            recurrent[gate] = matrix(from, hidden, hidden);
        }
        for (int gate = 0; gate < 3; gate++) {
            bias[gate] = matrix(from, 1, hidden)[0];
        }
        this.output = matrix(from, DemandForecast.HORIZON, hidden);
        this.outputBias = matrix(from, 1, DemandForecast.HORIZON)[0];
    }

    /** One row, {@code [feature][step]}. */
    public float[] score(float[][] steps) {
        double[] state = new double[hidden];
        for (int t = 0; t < FeatureExtractor.STEPS; t++) {
            double[] next = new double[hidden];
            for (int j = 0; j < hidden; j++) {
                double update = sigmoid(in(0, j, steps, t) + before(0, j, state));
                double reset = sigmoid(in(1, j, steps, t) + before(1, j, state));
                double candidate = Math.tanh(in(2, j, steps, t) + reset * before(2, j, state));
                next[j] = (1 - update) * candidate + update * state[j];
            }
            state = next;
        }
        float[] result = new float[DemandForecast.HORIZON];
        for (int h = 0; h < result.length; h++) {
            double sum = outputBias[h];
            for (int j = 0; j < hidden; j++) {
                sum += output[h][j] * state[j];
            }
            result[h] = (float) sum;
        }
        return result;
    }

    private double in(int gate, int unit, float[][] steps, int t) {
        double sum = bias[gate][unit];
        for (int f = 0; f < FeatureExtractor.FEATURES; f++) {
            sum += input[gate][unit][f] * steps[f][t];
        }
        return sum;
    }

    private double before(int gate, int unit, double[] state) {
        double sum = 0;
        for (int k = 0; k < hidden; k++) {
            sum += recurrent[gate][unit][k] * state[k];
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static float[][] matrix(FloatBuffer from, int rows, int columns) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            from.get(row);
        }
        return matrix;
    }
}
