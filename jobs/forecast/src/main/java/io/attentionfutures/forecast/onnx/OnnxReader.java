package io.attentionfutures.forecast.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads the messages of onnx.proto3 by their field numbers; fields without a use are skipped. */
final class OnnxReader {

    private static final int EXTERNAL = 1;

    private final CodedInputStream in;

    private OnnxReader(CodedInputStream in) {
        this.in = in;
    }

    static OnnxGraph read(byte[] file) {
        try {
            return new OnnxReader(CodedInputStream.newInstance(file)).model();
        } catch (IOException | IllegalArgumentException e) {
            throw new OnnxFormatException("not an ONNX model, or truncated", e);
        }
    }

    private interface Field {
        /** Reads the field's value, or returns false to skip it. */
        boolean read(int number) throws IOException;
    }

    private void message(Field field) throws IOException {
        int length = in.readRawVarint32();
        int outer = in.pushLimit(length);
        fields(field);
        in.checkLastTagWas(0);
        in.popLimit(outer);
    }

    private void fields(Field field) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!field.read(WireFormat.getTagFieldNumber(tag))) {
                in.skipField(tag);
            }
        }
    }

    private OnnxGraph model() throws IOException {
        long[] versions = new long[2];
        String[] producer = {"", ""};
        GraphParts parts = new GraphParts();
        fields(
                number -> {
                    switch (number) {
                        case 1 -> versions[0] = in.readInt64();
                        case 2 -> producer[0] = in.readString();
                        case 3 -> producer[1] = in.readString();
                        case 7 -> graph(parts);
                        case 8 -> opset(versions);
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
        if (!parts.seen) {
            throw new IllegalArgumentException("no graph");
        }
        return new OnnxGraph(
                versions[0],
                versions[1],
                (producer[0] + " " + producer[1]).trim(),
                parts.nodes,
                parts.initialisers,
                parts.inputs,
                parts.outputs);
    }

    private void opset(long[] versions) throws IOException {
        String[] domain = {""};
        long[] version = new long[1];
        message(
                number -> {
                    switch (number) {
                        case 1 -> domain[0] = in.readString();
                        case 2 -> version[0] = in.readInt64();
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
        if (domain[0].isEmpty() || domain[0].equals("ai.onnx")) {
            versions[1] = version[0];
        }
    }

    private void graph(GraphParts parts) throws IOException {
        parts.seen = true;
        message(
                number -> {
                    switch (number) {
                        case 1 -> parts.nodes.add(node());
                        case 5 -> parts.initialisers.add(tensor());
                        case 11 -> parts.inputs.add(value());
                        case 12 -> parts.outputs.add(value());
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
    }

    private OnnxNode node() throws IOException {
        String[] type = {"", ""};
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        TreeMap<String, Object> attributes = new TreeMap<>();
        message(
                number -> {
                    switch (number) {
                        case 1 -> inputs.add(in.readString());
                        case 2 -> outputs.add(in.readString());
                        case 4 -> type[0] = in.readString();
                        case 5 -> attribute(attributes);
                        case 7 -> type[1] = in.readString();
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
        return new OnnxNode(type[0], type[1], inputs, outputs, attributes);
    }

    private void attribute(TreeMap<String, Object> attributes) throws IOException {
        String[] name = {""};
        Object[] setting = {OnnxNode.UNREAD};
        List<Long> integers = new ArrayList<>();
        message(
                number -> {
                    switch (number) {
                        case 1 -> name[0] = in.readString();
                        case 3 -> setting[0] = in.readInt64();
                        case 5 -> setting[0] = tensor();
                        case 8 -> {
                            integers(integers);
                            setting[0] = integers;
                        }
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
        attributes.put(name[0], setting[0]);
    }

    private OnnxTensor tensor() throws IOException {
        TensorParts parts = new TensorParts();
        message(
                number -> {
                    switch (number) {
                        case 1 -> integers(parts.shape);
                        case 2 -> parts.type = in.readInt32();
                        case 4 -> numbers(() -> put(parts, in.readFixed32(), 4));
                        case 5 -> numbers(() -> put(parts, in.readInt32(), width(parts)));
                        case 7 -> numbers(() -> put(parts, in.readInt64(), 8));
                        case 8 -> parts.name = in.readString();
                        case 9 -> parts.raw = in.readByteBuffer();
                        case 10 -> numbers(() -> put(parts, in.readFixed64(), 8));
                        case 14 -> parts.external = in.readEnum() == EXTERNAL;
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
        ByteBuffer data =
                parts.raw != null ? parts.raw : ByteBuffer.wrap(parts.typed.toByteArray());
        return new OnnxTensor(parts.name, parts.type, parts.shape, data, parts.external);
    }

    private OnnxValue value() throws IOException {
        String[] name = {""};
        int[] type = new int[1];
        List<Long> shape = new ArrayList<>();
        message(
                number -> {
                    switch (number) {
                        case 1 -> name[0] = in.readString();
                        case 2 -> message(kind -> kind == 1 && tensorType(type, shape));
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
        return new OnnxValue(name[0], type[0], shape);
    }

    private boolean tensorType(int[] type, List<Long> shape) throws IOException {
        message(
                number -> {
                    switch (number) {
                        case 1 -> type[0] = in.readInt32();
                        case 2 -> message(part -> part == 1 && dimension(shape));
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
        return true;
    }

    private boolean dimension(List<Long> shape) throws IOException {
        long[] size = {OnnxValue.ANY};
        message(
                number -> {
                    if (number == 1) {
                        size[0] = in.readInt64();
                    }
                    return number == 1;
                });
        shape.add(size[0] > 0 ? size[0] : OnnxValue.ANY);
        return true;
    }

    private void integers(List<Long> to) throws IOException {
        numbers(() -> to.add(in.readInt64()));
    }

    private interface Number {
        void read() throws IOException;
    }

    /** A repeated number comes packed, all in one field, or one by one. */
    private void numbers(Number number) throws IOException {
        if (WireFormat.getTagWireType(in.getLastTag()) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            number.read();
            return;
        }
        int outer = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
            number.read();
        }
        in.popLimit(outer);
    }

    private static int width(TensorParts parts) {
        return switch (parts.type) {
            case OnnxTensor.FLOAT16, OnnxTensor.BFLOAT16 -> Short.BYTES;
            default -> Integer.BYTES;
        };
    }

    private static void put(TensorParts parts, long number, int width) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        parts.typed.write(bytes.putLong(number).array(), 0, width);
    }

    private static final class GraphParts {
        private final List<OnnxNode> nodes = new ArrayList<>();
        private final List<OnnxTensor> initialisers = new ArrayList<>();
        private final List<OnnxValue> inputs = new ArrayList<>();
        private final List<OnnxValue> outputs = new ArrayList<>();
        private boolean seen;
    }

    private static final class TensorParts {
        private final List<Long> shape = new ArrayList<>();
        private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
        private ByteBuffer raw;
        private String name = "";
        private int type;
        private boolean external;
    }
}
