package io.attentionfutures.pipeline.demand;

import io.attentionfutures.pipeline.serialization.RecordSerializer;
import io.attentionfutures.pipeline.serialization.RecordTypeInformation;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link Usage} between decoder and demand windows. */
public final class UsageSerializer extends RecordSerializer<Usage> {
    private static final long serialVersionUID = 1L;
    private static final UsageSerializer INSTANCE = new UsageSerializer();

    /** Layout 1 had no version byte and no provider; it is in no savepoint. */
    private static final byte VERSION = 2;

    /** The type, for operators that produce it. */
    public static final TypeInformation<Usage> TYPE =
            new RecordTypeInformation<>(Usage.class, INSTANCE);

    @Override
    public void serialize(Usage usage, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        target.writeUTF(usage.market());
        target.writeUTF(usage.tenant());
        target.writeUTF(usage.provider());
        target.writeLong(usage.windowStartMillis());
        target.writeDouble(usage.used());
        target.writeDouble(usage.capacity());
    }

    @Override
    protected Usage read(DataInputView source) throws IOException {
        byte version = source.readByte();
        if (version != VERSION) {
            throw new IOException("usage of unknown layout version " + version);
        }
        return new Usage(
                source.readUTF(),
                source.readUTF(),
                source.readUTF(),
                source.readLong(),
                source.readDouble(),
                source.readDouble());
    }

    @Override
    public TypeSerializerSnapshot<Usage> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Usage> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
