package io.attentionfutures.forecast.onnx;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One operation of a graph, as {@code NodeProto} in onnx.proto3.
 *
 * @param operator its type, such as {@code Gemm}
 * @param domain the set of operators it is from; empty for ONNX's own
 * @param inputs names of what it reads; empty for an optional input left out
 * @param outputs names of what it computes
 * @param attributes settings by name: a Long, a {@code List<Long>}, an {@link OnnxTensor}, or, when
 *     read, an {@link #UNREAD} setting of another type
 */
public record OnnxNode(
        String operator,
        String domain,
        List<String> inputs,
        List<String> outputs,
        SortedMap<String, Object> attributes) {

    /** Stands for a setting that this program has no use for. */
    public static final Object UNREAD = "…";

    /** Copies the lists. */
    public OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = new TreeMap<>(attributes);
    }

    /** A node of ONNX's own operators without settings. */
    public static OnnxNode of(String operator, List<String> inputs, List<String> outputs) {
        return new OnnxNode(operator, "", inputs, outputs, new TreeMap<>());
    }

    /** This node with one more setting: a Long, a {@code List<Long>} or an {@link OnnxTensor}. */
    public OnnxNode with(String name, Object setting) {
        SortedMap<String, Object> more = new TreeMap<>(attributes);
        more.put(name, setting);
        return new OnnxNode(operator, domain, inputs, outputs, more);
    }
}
