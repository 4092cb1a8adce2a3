package io.attentionfutures.forecast.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.StablePlaces;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * Scores blocks of one fixed number of rows, the last one filled up with zeros; see {@link
 * StablePlaces}. A network that mixes the rows of a batch, or reads one row only, is given one row
 * at a time.
 */
final class OnnxScorer implements NetworkScorer {

    /** Rows of a block. */
    static final int BLOCK = 16;

    private static final int ROW = FeatureExtractor.STEPS * FeatureExtractor.FEATURES;

    private final OrtSession session;
    private final int block;
    private final FloatBuffer input;
    private final FloatBuffer output;
    private final OnnxTensor inputTensor;
    private final OnnxTensor outputTensor;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;
    private int[] places = {};

    private OnnxScorer(OrtEnvironment environment, OrtSession session, int block)
            throws OrtException {
        this.session = session;
        this.block = block;
        this.input = floats(block * ROW);
        this.output = floats(block * DemandForecast.HORIZON);
        this.inputTensor =
                OnnxTensor.createTensor(
                        environment,
                        input,
                        new long[] {block, FeatureExtractor.STEPS, FeatureExtractor.FEATURES});
        this.outputTensor =
                OnnxTensor.createTensor(
                        environment, output, new long[] {block, DemandForecast.HORIZON});
        this.inputs = Map.of(session.getInputNames().iterator().next(), inputTensor);
        this.outputs = Map.of(session.getOutputNames().iterator().next(), outputTensor);
    }

    /** Takes the session over: it is closed if it cannot be used. */
    static OnnxScorer open(OrtEnvironment environment, OrtSession session) throws OrtException {
        OnnxScorer scorer = null;
        try {
            TensorInfo shape =
                    (TensorInfo) session.getInputInfo().values().iterator().next().getInfo();
            if (shape.getShape()[0] != 1) {
                scorer = new OnnxScorer(environment, session, BLOCK);
                scorer.places = StablePlaces.find(scorer::scoreBlock, BLOCK);
                if (scorer.places.length > 0) {
                    return scorer;
                }
                scorer.closeTensors();
            }
            scorer = new OnnxScorer(environment, session, 1);
            scorer.places = new int[] {0};
            float[][] unused = scorer.scoreBlock(StablePlaces.empty(1));
            return scorer;
        } catch (OrtException | RuntimeException e) {
            if (scorer != null) {
                scorer.closeTensors();
            }
            session.close();
            throw e;
        }
    }

    @Override
    public float[][] score(List<float[][]> rows) {
        float[][] scores = new float[rows.size()][DemandForecast.HORIZON];
        for (int from = 0; from < scores.length; from += places.length) {
            int count = Math.min(places.length, scores.length - from);
            clear();
            for (int i = 0; i < count; i++) {
                put(places[i], rows.get(from + i));
            }
            run();
            for (int i = 0; i < count; i++) {
                output.get(places[i] * DemandForecast.HORIZON, scores[from + i]);
            }
        }
        return scores;
    }

    private float[][] scoreBlock(float[][][] rows) {
        float[][] scores = new float[block][DemandForecast.HORIZON];
        for (int place = 0; place < block; place++) {
            put(place, rows[place]);
        }
        run();
        for (int place = 0; place < block; place++) {
            output.get(place * DemandForecast.HORIZON, scores[place]);
        }
        return scores;
    }

    @Override
    public void close() {
        closeTensors();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private void closeTensors() {
        inputTensor.close();
        outputTensor.close();
    }

    private void clear() {
        for (int i = 0; i < block * ROW; i++) {
            input.put(i, 0);
        }
    }

    private void put(int place, float[][] row) {
        int at = place * ROW;
        for (int step = 0; step < FeatureExtractor.STEPS; step++) {
            for (int feature = 0; feature < FeatureExtractor.FEATURES; feature++) {
                input.put(at++, row[feature][step]);
            }
        }
    }

    private void run() {
        try (OrtSession.Result unused = session.run(inputs, outputs)) {
            // The result is in the output buffer.
        } catch (OrtException e) {
            throw new ModelBundleException(
                    "the network cannot be scored: "
                            + e.getMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
