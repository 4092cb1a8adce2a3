package io.attentionfutures.forecast.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes the messages of onnx.proto3 by their field numbers. */
final class OnnxWriter {

    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_TENSOR = 4;
    private static final int ATTRIBUTE_INTS = 7;

    private OnnxWriter() {}

    private interface Content {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            content.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(OnnxGraph graph) {
        return message(
                out -> {
                    out.writeInt64(1, graph.irVersion());
                    out.writeString(2, graph.producer());
                    out.writeByteArray(7, graph(graph));
                    out.writeByteArray(8, message(opset -> opset.writeInt64(2, graph.opset())));
                });
    }

    private static byte[] graph(OnnxGraph graph) {
        return message(
                out -> {
                    for (OnnxNode node : graph.nodes()) {
                        out.writeByteArray(1, node(node));
                    }
                    out.writeString(2, "network");
                    for (OnnxTensor tensor : graph.initialisers()) {
                        out.writeByteArray(5, tensor(tensor));
                    }
                    for (OnnxValue input : graph.inputs()) {
                        out.writeByteArray(11, value(input));
                    }
                    for (OnnxValue output : graph.outputs()) {
                        out.writeByteArray(12, value(output));
                    }
                });
    }

    private static byte[] node(OnnxNode node) {
        return message(
                out -> {
                    for (String input : node.inputs()) {
                        out.writeString(1, input);
                    }
                    for (String output : node.outputs()) {
                        out.writeString(2, output);
                    }
                    out.writeString(4, node.operator());
                    for (Map.Entry<String, Object> setting : node.attributes().entrySet()) {
                        out.writeByteArray(5, attribute(setting.getKey(), setting.getValue()));
                    }
                    if (!node.domain().isEmpty()) {
                        out.writeString(7, node.domain());
                    }
                });
    }

    private static byte[] attribute(String name, Object setting) {
        return message(
                out -> {
                    out.writeString(1, name);
                    if (setting instanceof Long number) {
                        out.writeInt64(3, number);
                        out.writeEnum(20, ATTRIBUTE_INT);
                    } else if (setting instanceof OnnxTensor tensor) {
                        out.writeByteArray(5, tensor(tensor));
                        out.writeEnum(20, ATTRIBUTE_TENSOR);
                    } else if (setting instanceof List<?> numbers) {
                        for (Object number : numbers) {
                            out.writeInt64(8, (Long) number);
                        }
                        out.writeEnum(20, ATTRIBUTE_INTS);
                    } else {
                        throw new IllegalArgumentException("attribute " + name + " = " + setting);
                    }
                });
    }

    private static byte[] tensor(OnnxTensor tensor) {
        return message(
                out -> {
                    for (long size : tensor.shape()) {
                        out.writeInt64(1, size);
                    }
                    out.writeInt32(2, tensor.type());
                    out.writeString(8, tensor.name());
                    byte[] data = new byte[tensor.data().remaining()];
                    tensor.data().duplicate().get(data);
                    out.writeByteArray(9, data);
                    if (tensor.external()) {
                        out.writeEnum(14, 1);
                    }
                });
    }

    private static byte[] value(OnnxValue value) {
        byte[] shape =
                message(
                        out -> {
                            for (long size : value.shape()) {
                                out.writeByteArray(1, dimension(size));
                            }
                        });
        byte[] tensorType =
                message(
                        out -> {
                            out.writeInt32(1, value.type());
                            out.writeByteArray(2, shape);
                        });
        byte[] type = message(out -> out.writeByteArray(1, tensorType));
        return message(
                out -> {
                    out.writeString(1, value.name());
                    out.writeByteArray(2, type);
                });
    }

    private static byte[] dimension(long size) {
        return message(
                out -> {
                    if (size == OnnxValue.ANY) {
                        out.writeString(2, "batch");
                    } else {
                        out.writeInt64(1, size);
                    }
                });
    }
}
