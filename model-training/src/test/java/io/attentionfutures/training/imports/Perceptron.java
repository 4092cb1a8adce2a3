package io.attentionfutures.training.imports;

import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.onnx.OnnxGraph;
import io.attentionfutures.forecast.onnx.OnnxNode;
import io.attentionfutures.forecast.onnx.OnnxTensor;
import io.attentionfutures.forecast.onnx.OnnxValue;
import java.util.List;

/** A small network such as a user may bring. */
final class Perceptron {

    static final long INNER = 10;

    private Perceptron() {}

    static OnnxGraph perceptron(OnnxValue input, OnnxValue result, float[] first, float[] second) {
        return new OnnxGraph(
                8,
                14,
                "a test",
                List.of(
                        OnnxNode.of("Flatten", List.of("anything"), List.of("flat"))
                                .with("axis", 1L),
                        OnnxNode.of("MatMul", List.of("flat", "first"), List.of("sums")),
                        OnnxNode.of("Tanh", List.of("sums"), List.of("inner")),
                        OnnxNode.of("MatMul", List.of("inner", "second"), List.of("outer")),
                        OnnxNode.of("Add", List.of("outer", "bias"), List.of("result"))),
                List.of(
                        OnnxTensor.of(
                                "first",
                                List.of(
                                        (long) FeatureExtractor.STEPS * FeatureExtractor.FEATURES,
                                        INNER),
                                first),
                        OnnxTensor.of("second", List.of(INNER, second.length / INNER), second),
                        OnnxTensor.of("bias", List.of(1L), new float[] {0.5f})),
                List.of(input),
                List.of(result));
    }
}
