package io.attentionfutures.pipeline.demand;

import io.attentionfutures.forecast.telemetry.TenantUsage;
import io.attentionfutures.pipeline.serialization.RecordSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link TenantUsage} in the state of {@link DemandWindows}. */
public final class TenantUsageSerializer extends RecordSerializer<TenantUsage> {
    private static final long serialVersionUID = 1L;
    static final TenantUsageSerializer INSTANCE = new TenantUsageSerializer();
    private static final byte VERSION = 1;

    @Override
    public void serialize(TenantUsage usage, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        usage.write(target);
    }

    @Override
    protected TenantUsage read(DataInputView source) throws IOException {
        byte version = source.readByte();
        if (version != VERSION) {
            throw new IOException("tenant usage of unknown layout version " + version);
        }
        return TenantUsage.read(source);
    }

    @Override
    public TypeSerializerSnapshot<TenantUsage> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<TenantUsage> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
