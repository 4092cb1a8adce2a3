package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.pipeline.serialization.RecordSerializer;
import io.attentionfutures.pipeline.serialization.RecordTypeInformation;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link ModelRelease}s on their way to the forecaster and in its state. */
public final class ModelReleaseSerializer extends RecordSerializer<ModelRelease> {
    private static final long serialVersionUID = 1L;
    private static final byte VERSION = 1;
    static final ModelReleaseSerializer INSTANCE = new ModelReleaseSerializer();

    /** The type, for operators that produce it. */
    public static final TypeInformation<ModelRelease> TYPE =
            new RecordTypeInformation<>(ModelRelease.class, INSTANCE);

    @Override
    public void serialize(ModelRelease release, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        release.write(target);
    }

    @Override
    protected ModelRelease read(DataInputView source) throws IOException {
        byte version = source.readByte();
        if (version != VERSION) {
            throw new IOException("model release of unknown layout version " + version);
        }
        return ModelRelease.read(source);
    }

    @Override
    public TypeSerializerSnapshot<ModelRelease> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ModelRelease> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
