package io.attentionfutures.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.NetworkScorer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * ONNX Runtime without anything around it: one call for the whole batch, whatever its size, so that
 * a row's last bits depend on how many there are. One thread, as in the engine.
 */
final class DirectScorer implements NetworkScorer {

    private final OrtSession session;
    private final FloatBuffer input;
    private final FloatBuffer output;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    DirectScorer(BundledNetwork network, int batch) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(network.onnx(), options);
        }
        long[] shape = {batch, FeatureExtractor.STEPS, FeatureExtractor.FEATURES};
        input = floats(batch * FeatureExtractor.STEPS * FeatureExtractor.FEATURES);
        output = floats(batch * DemandForecast.HORIZON);
        inputs = Map.of("features", OnnxTensor.createTensor(environment, input, shape));
        outputs =
                Map.of(
                        "output",
                        OnnxTensor.createTensor(
                                environment, output, new long[] {batch, DemandForecast.HORIZON}));
    }

    @Override
    public float[][] score(List<float[][]> rows) {
        int at = 0;
        for (float[][] row : rows) {
            for (int step = 0; step < FeatureExtractor.STEPS; step++) {
                for (float[] feature : row) {
                    input.put(at++, feature[step]);
                }
            }
        }
        float[][] scores = new float[rows.size()][DemandForecast.HORIZON];
        try (OrtSession.Result unused = session.run(inputs, outputs)) {
            for (int row = 0; row < scores.length; row++) {
                output.get(row * DemandForecast.HORIZON, scores[row]);
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
        return scores;
    }

    @Override
    public void close() {
        try {
            inputs.values().forEach(OnnxTensor::close);
            outputs.values().forEach(OnnxTensor::close);
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
