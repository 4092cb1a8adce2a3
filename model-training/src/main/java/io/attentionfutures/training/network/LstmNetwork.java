package io.attentionfutures.training.network;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.FeatureExtractor;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * The network: an LSTM over {@link FeatureExtractor#STEPS} steps (Hochreiter and Schmidhuber 1997),
 * whose last state a linear layer turns into all {@link DemandForecast#HORIZON} outputs at once.
 * The output layer starts at zero, so an untrained network changes nothing about the combined
 * simple forecast.
 *
 * <p>Holds native memory; not thread-safe. Limits the process's native numerics to one thread, so
 * that training is repeatable to the byte on the same native build.
 */
final class LstmNetwork implements Network {

    private static final double GRADIENT_LIMIT = 1.0;

    private final MultiLayerNetwork network;

    private LstmNetwork(MultiLayerNetwork network) {
        this.network = network;
    }

    static LstmNetwork untrained(int hidden, long seed, double learningRate, double weightDecay) {
        OneThread.use();
        MultiLayerConfiguration configuration =
                new NeuralNetConfiguration.Builder()
                        .seed(seed)
                        .dataType(DataType.FLOAT)
                        .updater(new Adam(learningRate))
                        .l2(weightDecay)
                        .weightInit(WeightInit.XAVIER)
                        .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                        .gradientNormalizationThreshold(GRADIENT_LIMIT)
                        .list()
                        .layer(
                                new LastTimeStep(
                                        new LSTM.Builder()
                                                .nIn(FeatureExtractor.FEATURES)
                                                .nOut(hidden)
                                                .activation(Activation.TANH)
                                                .build()))
                        .layer(
                                new OutputLayer.Builder(
                                                LossFunctions.LossFunction.MEAN_ABSOLUTE_ERROR)
                                        .nIn(hidden)
                                        .nOut(DemandForecast.HORIZON)
                                        .weightInit(WeightInit.ZERO)
                                        .activation(Activation.IDENTITY)
                                        .build())
                        .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return new LstmNetwork(network);
    }

    @Override
    public float[] parameters() {
        return network.params().toFloatVector();
    }

    @Override
    public void setParameters(float[] parameters) {
        network.setParameters(Nd4j.createFromArray(parameters).reshape(1, parameters.length));
    }

    @Override
    public float[] updaterState() {
        return network.getUpdater().getStateViewArray().toFloatVector();
    }

    @Override
    public int steps() {
        return network.getIterationCount();
    }

    @Override
    public void resume(float[] parameters, float[] updaterState, int steps) {
        setParameters(parameters);
        INDArray state = network.getUpdater().getStateViewArray();
        state.assign(Nd4j.createFromArray(updaterState).reshape(state.shape()));
        network.getLayerWiseConfigurations().setIterationCount(steps);
    }

    @Override
    public double fit(float[][][] rows, float[][] targets) {
        network.fit(new DataSet(Nd4j.createFromArray(rows), Nd4j.createFromArray(targets)));
        return network.score();
    }

    @Override
    public float[][] output(float[][][] rows) {
        try (INDArray features = Nd4j.createFromArray(rows)) {
            return network.output(features).toFloatMatrix();
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
