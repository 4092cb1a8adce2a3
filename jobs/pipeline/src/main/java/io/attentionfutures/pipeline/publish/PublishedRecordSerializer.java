package io.attentionfutures.pipeline.publish;

import io.attentionfutures.pipeline.serialization.Bytes;
import io.attentionfutures.pipeline.serialization.RecordSerializer;
import io.attentionfutures.pipeline.serialization.RecordTypeInformation;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link PublishedRecord}s on their way to a sink. */
public final class PublishedRecordSerializer extends RecordSerializer<PublishedRecord> {
    private static final long serialVersionUID = 1L;
    private static final PublishedRecordSerializer INSTANCE = new PublishedRecordSerializer();

    /** The type, for operators that produce it. */
    public static final TypeInformation<PublishedRecord> TYPE =
            new RecordTypeInformation<>(PublishedRecord.class, INSTANCE);

    @Override
    public void serialize(PublishedRecord record, DataOutputView target) throws IOException {
        target.writeUTF(record.topic());
        target.writeLong(record.timestampMillis());
        Bytes.write(record.key(), target);
        Bytes.write(record.value(), target);
    }

    @Override
    protected PublishedRecord read(DataInputView source) throws IOException {
        return new PublishedRecord(
                source.readUTF(), source.readLong(), Bytes.read(source), Bytes.read(source));
    }

    @Override
    public TypeSerializerSnapshot<PublishedRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PublishedRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
