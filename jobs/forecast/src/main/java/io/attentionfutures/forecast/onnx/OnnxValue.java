package io.attentionfutures.forecast.onnx;

import java.util.List;

/**
 * An input or output of a graph, as {@code ValueInfoProto} in onnx.proto3.
 *
 * @param name its name
 * @param type element type, such as {@link OnnxTensor#FLOAT}; 0 for what is no tensor
 * @param shape size per dimension, {@link #ANY} where it is left open
 */
public record OnnxValue(String name, int type, List<Long> shape) {

    /** A dimension of any size. */
    public static final long ANY = -1;

    /** Copies the shape. */
    public OnnxValue {
        shape = List.copyOf(shape);
    }

    /** A tensor of floats of the given shape. */
    public static OnnxValue floats(String name, Long... shape) {
        return new OnnxValue(name, OnnxTensor.FLOAT, List.of(shape));
    }

    /** As in an error message: {@code features float[any, 24, 12]}. */
    @Override
    public String toString() {
        String kind = type == OnnxTensor.FLOAT ? "float" : "type" + type;
        return "'"
                + name
                + "' "
                + kind
                + shape.stream().map(size -> size == ANY ? "any" : size.toString()).toList();
    }
}
