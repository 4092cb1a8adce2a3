package io.attentionfutures.pipeline.log;

import io.attentionfutures.pipeline.serialization.Bytes;
import io.attentionfutures.pipeline.serialization.RecordSerializer;
import io.attentionfutures.pipeline.serialization.RecordTypeInformation;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link LoggedRecord}s where source and decoder are not chained. */
public final class LoggedRecordSerializer extends RecordSerializer<LoggedRecord> {
    private static final long serialVersionUID = 1L;
    private static final LoggedRecordSerializer INSTANCE = new LoggedRecordSerializer();

    /** The type, for operators that produce it. */
    public static final TypeInformation<LoggedRecord> TYPE =
            new RecordTypeInformation<>(LoggedRecord.class, INSTANCE);

    @Override
    public void serialize(LoggedRecord record, DataOutputView target) throws IOException {
        target.writeUTF(record.topic());
        target.writeInt(record.partition());
        target.writeLong(record.offset());
        target.writeLong(record.timestampMillis());
        Bytes.write(record.key(), target);
        Bytes.write(record.value(), target);
        target.writeBoolean(record.heartbeat());
    }

    @Override
    protected LoggedRecord read(DataInputView source) throws IOException {
        return new LoggedRecord(
                source.readUTF(),
                source.readInt(),
                source.readLong(),
                source.readLong(),
                Bytes.read(source),
                Bytes.read(source),
                source.readBoolean());
    }

    @Override
    public TypeSerializerSnapshot<LoggedRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<LoggedRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
