package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.onnx.OnnxFormatException;
import io.attentionfutures.forecast.onnx.OnnxGraph;
import io.attentionfutures.forecast.onnx.OnnxNode;
import io.attentionfutures.forecast.onnx.OnnxTensor;
import io.attentionfutures.forecast.onnx.OnnxValue;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The ONNX graph of a network that was trained here, and the way back to its parameters, bit by
 * bit: ONNX has the same blocks of weights as {@link Architecture#parameterCount}, the LSTM's in
 * the opposite order (input, output, forget, candidate).
 */
final class RecurrentGraph {

    static final String INPUT = "features";
    static final String OUTPUT = "output";

    // What ONNX Runtime has read since 2021; newer features are not needed.
    private static final long IR_VERSION = 8;
    private static final long OPSET = 14;
    private static final String PRODUCER = "attention-futures-market";
    private static final String INPUT_WEIGHTS = "input_weights";
    private static final String RECURRENT_WEIGHTS = "recurrent_weights";
    private static final String BIASES = "biases";
    private static final String OUTPUT_WEIGHTS = "output_weights";
    private static final String OUTPUT_BIASES = "output_biases";
    private static final String DIRECTIONS = "directions";

    private RecurrentGraph() {}

    static OnnxGraph of(Architecture architecture, int hidden, float[] parameters) {
        int rows = architecture.gates() * hidden;
        FloatBuffer from = FloatBuffer.wrap(parameters);
        float[] input = gates(architecture, take(from, rows * FeatureExtractor.FEATURES));
        float[] recurrent = gates(architecture, take(from, rows * hidden));
        float[] biases = new float[2 * rows];
        System.arraycopy(gates(architecture, take(from, rows)), 0, biases, 0, rows);
        float[] output = take(from, DemandForecast.HORIZON * hidden);
        float[] outputBiases = take(from, DemandForecast.HORIZON);
        return new OnnxGraph(
                IR_VERSION,
                OPSET,
                PRODUCER,
                nodes(architecture, hidden),
                List.of(
                        tensor(INPUT_WEIGHTS, input, 1, rows, FeatureExtractor.FEATURES),
                        tensor(RECURRENT_WEIGHTS, recurrent, 1, rows, hidden),
                        tensor(BIASES, biases, 1, 2 * rows),
                        tensor(OUTPUT_WEIGHTS, output, DemandForecast.HORIZON, hidden),
                        tensor(OUTPUT_BIASES, outputBiases, DemandForecast.HORIZON),
                        OnnxTensor.of(DIRECTIONS, 0)),
                List.of(
                        OnnxValue.floats(
                                INPUT,
                                OnnxValue.ANY,
                                (long) FeatureExtractor.STEPS,
                                (long) FeatureExtractor.FEATURES)),
                List.of(OnnxValue.floats(OUTPUT, OnnxValue.ANY, (long) DemandForecast.HORIZON)));
    }

    private static List<OnnxNode> nodes(Architecture architecture, int hidden) {
        OnnxNode recurrent =
                OnnxNode.of(
                                architecture.name(),
                                List.of("sequence", INPUT_WEIGHTS, RECURRENT_WEIGHTS, BIASES),
                                List.of("", "last"))
                        .with("hidden_size", (long) hidden);
        return List.of(
                OnnxNode.of("Transpose", List.of(INPUT), List.of("sequence"))
                        .with("perm", List.of(1L, 0L, 2L)),
                architecture == Architecture.GRU
                        ? recurrent.with("linear_before_reset", 1L)
                        : recurrent,
                OnnxNode.of("Squeeze", List.of("last", DIRECTIONS), List.of("state")),
                OnnxNode.of(
                                "Gemm",
                                List.of("state", OUTPUT_WEIGHTS, OUTPUT_BIASES),
                                List.of(OUTPUT))
                        .with("transB", 1L));
    }

    /**
     * The parameters that a graph was made of.
     *
     * @throws OnnxFormatException if it is not the graph of such a network
     */
    static float[] parameters(OnnxGraph graph, Architecture architecture, int hidden) {
        if (!graph.nodes().equals(nodes(architecture, hidden))) {
            throw new OnnxFormatException(
                    "not the graph of a " + architecture + " of width " + hidden);
        }
        int rows = architecture.gates() * hidden;
        float[] biases = floats(graph, BIASES, 2 * rows);
        FloatBuffer to = FloatBuffer.allocate(architecture.parameterCount(hidden));
        to.put(gates(architecture, floats(graph, INPUT_WEIGHTS, rows * FeatureExtractor.FEATURES)));
        to.put(gates(architecture, floats(graph, RECURRENT_WEIGHTS, rows * hidden)));
        to.put(gates(architecture, take(FloatBuffer.wrap(biases), rows)));
        to.put(floats(graph, OUTPUT_WEIGHTS, DemandForecast.HORIZON * hidden));
        to.put(floats(graph, OUTPUT_BIASES, DemandForecast.HORIZON));
        if (!of(architecture, hidden, to.array()).initialisers().equals(graph.initialisers())) {
            throw new OnnxFormatException(
                    "its weights are not those of a " + architecture + " of width " + hidden);
        }
        return to.array();
    }

    private static float[] floats(OnnxGraph graph, String name, int count) {
        float[] values =
                graph.initialiser(name)
                        .orElseThrow(() -> new OnnxFormatException("no tensor '" + name + "'"))
                        .floats();
        if (values.length != count) {
            throw new OnnxFormatException(
                    "tensor '" + name + "' has " + values.length + " weights instead of " + count);
        }
        return values;
    }

    /** Reverses the order of the LSTM's gates; its own inverse. */
    private static float[] gates(Architecture architecture, float[] values) {
        if (architecture != Architecture.LSTM) {
            return values;
        }
        float[] reversed = new float[values.length];
        int block = values.length / architecture.gates();
        for (int gate = 0; gate < architecture.gates(); gate++) {
            int opposite = architecture.gates() - 1 - gate;
            System.arraycopy(values, gate * block, reversed, opposite * block, block);
        }
        return reversed;
    }

    private static float[] take(FloatBuffer from, int count) {
        float[] values = new float[count];
        from.get(values);
        return values;
    }

    private static OnnxTensor tensor(String name, float[] values, long... shape) {
        return OnnxTensor.of(name, Arrays.stream(shape).boxed().toList(), values);
    }
}
