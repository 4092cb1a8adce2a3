package io.attentionfutures.training.run;

import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.fit.EpochResult;
import io.attentionfutures.training.fit.FitKey;
import io.attentionfutures.training.fit.FitState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** The file format of a fit's state, big-endian, with a checksum at its end. */
final class FitCodec {

    private static final int MAGIC = 0x41464d46;
    private static final int VERSION = 1;

    private FitCodec() {}

    static byte[] write(FitState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(state.steps());
            out.writeInt(state.bestEpoch());
            write(out, state.parameters());
            write(out, state.updaterState());
            write(out, state.bestParameters());
            out.writeInt(state.epochs().size());
            for (EpochResult epoch : state.epochs()) {
                writeOptional(out, epoch.loss());
                writeOptional(out, epoch.validationLoss());
                out.writeDouble(epoch.seconds());
            }
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws TrainingException if the bytes are not such a file
     */
    static FitState read(byte[] bytes, FitKey key, String source) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int content = bytes.length - Long.BYTES;
            if (content < 0
                    || ByteBuffer.wrap(bytes).getLong(content) != checksum(bytes, content)
                    || in.readInt() != MAGIC
                    || in.readInt() != VERSION) {
                throw new TrainingException(source + ": is corrupt, or of another version");
            }
            int steps = in.readInt();
            int bestEpoch = in.readInt();
            float[] parameters = floats(in);
            float[] updater = floats(in);
            float[] best = floats(in);
            List<EpochResult> epochs = new ArrayList<>();
            for (int epoch = 0, count = in.readInt(); epoch < count; epoch++) {
                epochs.add(
                        new EpochResult(
                                key.trial(),
                                key.fold(),
                                key.network(),
                                epoch,
                                optional(in),
                                optional(in),
                                in.readDouble()));
            }
            return new FitState(parameters, updater, steps, bestEpoch, best, epochs);
        } catch (IOException e) {
            throw new TrainingException(source + ": is corrupt", e);
        }
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(buffer.array());
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(values.length * Float.BYTES)).asFloatBuffer().get(values);
        return values;
    }

    private static void writeOptional(DataOutputStream out, Double value) throws IOException {
        out.writeBoolean(value != null);
        out.writeDouble(value == null ? 0 : value);
    }

    private static Double optional(DataInputStream in) throws IOException {
        boolean present = in.readBoolean();
        double value = in.readDouble();
        return present ? value : null;
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }
}
