package io.attentionfutures.forecast.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model: the parts of {@code ModelProto} and {@code GraphProto} (onnx.proto3 of <a
 * href="https://github.com/onnx/onnx">ONNX</a>) that this program writes or judges.
 *
 * @param irVersion version of the file format
 * @param opset version of ONNX's own operators; 0 if the file names none
 * @param producer what wrote the file
 * @param nodes the operations
 * @param initialisers the constants
 * @param inputs what the graph reads; may name initialisers again
 * @param outputs what it computes
 */
public record OnnxGraph(
        long irVersion,
        long opset,
        String producer,
        List<OnnxNode> nodes,
        List<OnnxTensor> initialisers,
        List<OnnxValue> inputs,
        List<OnnxValue> outputs) {

    /** Copies the lists. */
    public OnnxGraph {
        nodes = List.copyOf(nodes);
        initialisers = List.copyOf(initialisers);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * Reads a file.
     *
     * @throws OnnxFormatException if the bytes are no ONNX model
     */
    public static OnnxGraph read(byte[] file) {
        return OnnxReader.read(file);
    }

    /** The file; equal graphs give equal bytes. */
    public byte[] toBytes() {
        return OnnxWriter.bytes(this);
    }

    /** The constant of a name. */
    public Optional<OnnxTensor> initialiser(String name) {
        return initialisers.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
    }

    /** The inputs that a caller has to give: those without a constant of the same name. */
    public List<OnnxValue> openInputs() {
        return inputs.stream().filter(input -> initialiser(input.name()).isEmpty()).toList();
    }

    /** All constants: initialisers and those inside nodes. */
    public List<OnnxTensor> constants() {
        List<OnnxTensor> all = new ArrayList<>(initialisers);
        for (OnnxNode node : nodes) {
            for (Object setting : node.attributes().values()) {
                if (setting instanceof OnnxTensor tensor) {
                    all.add(tensor);
                }
            }
        }
        return all;
    }
}
