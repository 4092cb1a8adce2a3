package io.attentionfutures.training.network;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.FeatureExtractor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A GRU over {@link FeatureExtractor#STEPS} steps, whose last state a linear layer turns into all
 * {@link DemandForecast#HORIZON} outputs at once. deeplearning4j has no layer of this kind, and the
 * gradient of its {@code gru} operation is wrong, so both ways through the network are written out
 * in {@link GruPass}; all else is as in {@link LstmNetwork}: mean absolute error, gradients clipped
 * per layer, Adam, and weights that start as Glorot and Bengio 2010 say.
 */
final class GruNetwork implements Network {

    private static final double GRADIENT_LIMIT = 1.0;
    private static final int KEPT_PASSES = 3;

    private final DataType type;
    private final INDArray parameters;
    private final INDArray gradient;
    private final INDArray moments;
    private final GruWeights weights;
    private final GruWeights slopes;
    private final GradientUpdater<?> adam;
    private final double weightDecay;
    private final Map<Integer, GruPass> passes = new LinkedHashMap<>();
    private int steps;

    private GruNetwork(int hidden, DataType type, double learningRate, double weightDecay) {
        long count = Architecture.GRU.parameterCount(hidden);
        this.type = type;
        this.weightDecay = weightDecay;
        this.parameters = Nd4j.create(type, new long[] {1, count}, 'c');
        this.gradient = Nd4j.create(type, new long[] {1, count}, 'c');
        this.moments = Nd4j.create(type, new long[] {1, 2 * count}, 'c');
        this.weights = GruWeights.of(parameters, hidden);
        this.slopes = GruWeights.of(gradient, hidden);
        this.adam = new Adam(learningRate).instantiate(moments, true);
    }

    static GruNetwork untrained(int hidden, long seed, double learningRate, double weightDecay) {
        return untrained(hidden, seed, learningRate, weightDecay, DataType.FLOAT);
    }

    static GruNetwork untrained(
            int hidden, long seed, double learningRate, double weightDecay, DataType type) {
        OneThread.use();
        GruNetwork network = new GruNetwork(hidden, type, learningRate, weightDecay);
        Random random = new Random(seed);
        float[] start = new float[(int) network.parameters.length()];
        int inputs = GruWeights.GATES * hidden * FeatureExtractor.FEATURES;
        int recurrent = GruWeights.GATES * hidden * hidden;
        double inputDeviation = Math.sqrt(2.0 / (FeatureExtractor.FEATURES + hidden));
        double recurrentDeviation = Math.sqrt(2.0 / (hidden + hidden));
        for (int i = 0; i < inputs + recurrent; i++) {
            double deviation = i < inputs ? inputDeviation : recurrentDeviation;
            start[i] = (float) (deviation * random.nextGaussian());
        }
        network.setParameters(start);
        return network;
    }

    @Override
    public float[] parameters() {
        return parameters.toFloatVector();
    }

    @Override
    public void setParameters(float[] values) {
        if (values.length != parameters.length()) {
            throw new IllegalArgumentException(
                    values.length + " parameters instead of " + parameters.length());
        }
        try (INDArray row = Nd4j.create(values, 1, values.length)) {
            parameters.assign(row);
        }
    }

    @Override
    public float[] updaterState() {
        return moments.toFloatVector();
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public void resume(float[] values, float[] updaterState, int stepsDone) {
        setParameters(values);
        try (INDArray row = Nd4j.create(updaterState, 1, updaterState.length)) {
            moments.assign(row);
        }
        steps = stepsDone;
    }

    @Override
    public double fit(float[][][] rows, float[][] targets) {
        double loss = differentiate(rows, targets);
        clip(slopes.recurrentLayer());
        clip(slopes.outputLayer());
        decay();
        adam.applyUpdater(gradient, steps++, 0);
        parameters.subi(gradient);
        return loss;
    }

    /** Computes the loss without the weights' part, and its gradient. */
    double differentiate(float[][][] rows, float[][] targets) {
        GruPass pass = pass(rows.length);
        try (INDArray expected = Nd4j.createFromArray(targets).castTo(type);
                INDArray error = pass.forward(rows).sub(expected.transpose())) {
            double loss = error.norm1Number().doubleValue() / error.length();
            try (INDArray slope = Transforms.sign(error, true).divi(error.length())) {
                pass.backward(slope, slopes);
            }
            return loss;
        }
    }

    /** The gradient that was computed last. */
    double[] gradient() {
        return gradient.toDoubleVector();
    }

    private static void clip(INDArray layer) {
        double norm = layer.norm2Number().doubleValue();
        if (norm > GRADIENT_LIMIT) {
            layer.muli(GRADIENT_LIMIT / norm);
        }
    }

    private void decay() {
        if (weightDecay == 0) {
            return;
        }
        for (int gate = 0; gate < GruWeights.GATES; gate++) {
            decay(weights.input()[gate], slopes.input()[gate]);
            decay(weights.recurrent()[gate], slopes.recurrent()[gate]);
        }
        decay(weights.output(), slopes.output());
    }

    private void decay(INDArray weight, INDArray slope) {
        try (INDArray pull = weight.mul(weightDecay)) {
            slope.addi(pull);
        }
    }

    @Override
    public float[][] output(float[][][] rows) {
        try (INDArray byRow = pass(rows.length).forward(rows).transpose().dup('c')) {
            return byRow.castTo(DataType.FLOAT).toFloatMatrix();
        }
    }

    private GruPass pass(int rows) {
        GruPass known = passes.get(rows);
        if (known == null) {
            if (passes.size() == KEPT_PASSES) {
                Integer oldest = passes.keySet().iterator().next();
                passes.remove(oldest).close();
            }
            known = new GruPass(weights, rows, type);
            passes.put(rows, known);
        }
        return known;
    }

    @Override
    public void close() {
        passes.values().forEach(GruPass::close);
        passes.clear();
        for (INDArray array : new INDArray[] {parameters, gradient, moments}) {
            array.close();
        }
    }
}
