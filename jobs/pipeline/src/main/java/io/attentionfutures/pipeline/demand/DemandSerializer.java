package io.attentionfutures.pipeline.demand;

import io.attentionfutures.pipeline.serialization.RecordSerializer;
import io.attentionfutures.pipeline.serialization.RecordTypeInformation;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link Demand} between demand windows and forecaster. */
public final class DemandSerializer extends RecordSerializer<Demand> {
    private static final long serialVersionUID = 1L;
    private static final DemandSerializer INSTANCE = new DemandSerializer();

    /** The type, for operators that produce it. */
    public static final TypeInformation<Demand> TYPE =
            new RecordTypeInformation<>(Demand.class, INSTANCE);

    @Override
    public void serialize(Demand demand, DataOutputView target) throws IOException {
        target.writeUTF(demand.market());
        target.writeLong(demand.windowStartMillis());
        target.writeLong(demand.windowEndMillis());
        target.writeLong(demand.closedMillis());
        target.writeDouble(demand.used());
        target.writeDouble(demand.capacity());
        target.writeInt(demand.tenants());
        target.writeLong(demand.samples());
    }

    @Override
    public Demand deserialize(DataInputView source) throws IOException {
        return new Demand(
                source.readUTF(),
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readDouble(),
                source.readDouble(),
                source.readInt(),
                source.readLong());
    }

    @Override
    public TypeSerializerSnapshot<Demand> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Demand> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
