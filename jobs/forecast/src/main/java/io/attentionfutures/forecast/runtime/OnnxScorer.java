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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Scores blocks of one fixed number of rows, the last one filled up with zeros: a matrix library
 * rounds differently for different numbers of rows. Whether it rounds alike in every place of a
 * block is tried when the network is opened; where it does not, or where a network mixes the rows
 * of a batch, a block is one row.
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
            boolean single = shape.getShape()[0] == 1;
            scorer = new OnnxScorer(environment, session, single ? 1 : BLOCK);
            if (!scorer.scoresEachRowOnItsOwn()) {
                scorer.closeTensors();
                scorer = new OnnxScorer(environment, session, 1);
                scorer.score(Collections.singletonList(probe(0)));
            }
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
        for (int from = 0; from < scores.length; from += block) {
            int to = Math.min(scores.length, from + block);
            fill(rows.subList(from, to));
            run();
            for (int row = from; row < to; row++) {
                output.get((row - from) * DemandForecast.HORIZON, scores[row]);
            }
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

    private void fill(List<float[][]> rows) {
        int at = 0;
        for (float[][] row : rows) {
            for (int step = 0; step < FeatureExtractor.STEPS; step++) {
                for (int feature = 0; feature < FeatureExtractor.FEATURES; feature++) {
                    input.put(at++, row[feature][step]);
                }
            }
        }
        while (at < block * ROW) {
            input.put(at++, 0);
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

    private boolean scoresEachRowOnItsOwn() {
        List<float[][]> rows = new ArrayList<>();
        for (int i = 0; i < block; i++) {
            rows.add(probe(i));
        }
        float[][] scores = score(rows);
        List<float[][]> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        float[][] reversedScores = score(reversed);
        float[][] same = score(Collections.nCopies(block, rows.get(0)));
        boolean alone = true;
        for (int i = 0; i < block; i++) {
            alone &= Arrays.equals(scores[i], reversedScores[block - 1 - i]);
            alone &= Arrays.equals(scores[0], same[i]);
        }
        return alone;
    }

    private static float[][] probe(int seed) {
        Random random = new Random(seed);
        float[][] row = new float[FeatureExtractor.FEATURES][FeatureExtractor.STEPS];
        for (float[] feature : row) {
            for (int step = 0; step < feature.length; step++) {
                feature[step] = (float) random.nextGaussian();
            }
        }
        return row;
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
