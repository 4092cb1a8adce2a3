package io.attentionfutures.forecast.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A constant of a graph, as {@code TensorProto} in onnx.proto3.
 *
 * @param name name by which nodes refer to it
 * @param type element type, such as {@link #FLOAT}
 * @param shape size per dimension; none for a scalar
 * @param data the elements, little-endian, row by row
 * @param external whether the elements are in another file; then {@code data} is empty
 */
public record OnnxTensor(
        String name, int type, List<Long> shape, ByteBuffer data, boolean external) {

    /** 32-bit floating point. */
    public static final int FLOAT = 1;

    /** 64-bit integer. */
    public static final int INT64 = 7;

    /** 16-bit floating point. */
    public static final int FLOAT16 = 10;

    /** 64-bit floating point. */
    public static final int DOUBLE = 11;

    /** 16-bit floating point with 8 bits of exponent. */
    public static final int BFLOAT16 = 16;

    private static final int HALF_EXPONENT = 0x7c00;
    private static final int BFLOAT_EXPONENT = 0x7f80;

    /** Copies the shape; the data is shared. */
    public OnnxTensor {
        shape = List.copyOf(shape);
        data = data.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A tensor of floats. */
    public static OnnxTensor of(String name, List<Long> shape, float[] values) {
        ByteBuffer data = ByteBuffer.allocate(Float.BYTES * values.length);
        data.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return new OnnxTensor(name, FLOAT, shape, data, false);
    }

    /** A list of integers. */
    public static OnnxTensor of(String name, long... values) {
        ByteBuffer data = ByteBuffer.allocate(Long.BYTES * values.length);
        data.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
        return new OnnxTensor(name, INT64, List.of((long) values.length), data, false);
    }

    /**
     * The elements.
     *
     * @throws OnnxFormatException if these are not 32-bit floats
     */
    public float[] floats() {
        if (type != FLOAT || data.remaining() % Float.BYTES != 0) {
            throw new OnnxFormatException("tensor '" + name + "' does not hold 32-bit floats");
        }
        float[] values = new float[data.remaining() / Float.BYTES];
        elements().asFloatBuffer().get(values);
        return values;
    }

    /** Whether no element is infinite or NaN. */
    public boolean isFinite() {
        ByteBuffer elements = elements();
        return switch (type) {
            case FLOAT -> {
                boolean finite = true;
                while (finite && elements.remaining() >= Float.BYTES) {
                    finite = Float.isFinite(elements.getFloat());
                }
                yield finite;
            }
            case DOUBLE -> {
                boolean finite = true;
                while (finite && elements.remaining() >= Double.BYTES) {
                    finite = Double.isFinite(elements.getDouble());
                }
                yield finite;
            }
            case FLOAT16 -> nowhere(elements, HALF_EXPONENT);
            case BFLOAT16 -> nowhere(elements, BFLOAT_EXPONENT);
            default -> true;
        };
    }

    private ByteBuffer elements() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean nowhere(ByteBuffer elements, int exponent) {
        while (elements.remaining() >= Short.BYTES) {
            if ((elements.getShort() & exponent) == exponent) {
                return false;
            }
        }
        return true;
    }

    /** Names the tensor and its shape; the elements would be too many. */
    @Override
    public String toString() {
        return name + Arrays.toString(shape.toArray());
    }
}
