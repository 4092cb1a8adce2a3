package io.attentionfutures.pipeline.demand;

import io.attentionfutures.pipeline.serialization.RecordSerializer;
import io.attentionfutures.pipeline.serialization.RecordTypeInformation;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link Demand} between demand windows and forecaster. */
public final class DemandSerializer extends RecordSerializer<Demand> {
    private static final long serialVersionUID = 1L;

    /** The serializer, for state. */
    public static final DemandSerializer INSTANCE = new DemandSerializer();

    /** Earlier layouts are in no savepoint. */
    private static final byte VERSION = 3;

    /** The type, for operators that produce it. */
    public static final TypeInformation<Demand> TYPE =
            new RecordTypeInformation<>(Demand.class, INSTANCE);

    @Override
    public void serialize(Demand demand, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        target.writeUTF(demand.market());
        target.writeLong(demand.windowStartMillis());
        target.writeLong(demand.windowEndMillis());
        target.writeLong(demand.closedMillis());
        target.writeDouble(demand.used());
        target.writeDouble(demand.capacity());
        target.writeInt(demand.tenants());
        target.writeDouble(demand.largestShare());
        target.writeLong(demand.samples());
        target.writeInt(demand.providers().size());
        for (Map.Entry<String, Double> provider : demand.providers().entrySet()) {
            target.writeUTF(provider.getKey());
            target.writeDouble(provider.getValue());
        }
    }

    @Override
    protected Demand read(DataInputView source) throws IOException {
        byte version = source.readByte();
        if (version != VERSION) {
            throw new IOException("demand of unknown layout version " + version);
        }
        return new Demand(
                source.readUTF(),
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readDouble(),
                source.readDouble(),
                source.readInt(),
                source.readDouble(),
                source.readLong(),
                readProviders(source));
    }

    private static Map<String, Double> readProviders(DataInput source) throws IOException {
        Map<String, Double> providers = new TreeMap<>();
        for (int left = source.readInt(); left > 0; left--) {
            providers.put(source.readUTF(), source.readDouble());
        }
        return providers;
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
