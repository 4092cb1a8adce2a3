package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.pipeline.serialization.RecordSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes a market's history in the state of {@link BatchForecaster}. */
public final class DemandSeriesSerializer extends RecordSerializer<DemandSeries> {
    private static final long serialVersionUID = 1L;
    static final DemandSeriesSerializer INSTANCE = new DemandSeriesSerializer();
    private static final byte VERSION = 1;

    @Override
    public void serialize(DemandSeries series, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        target.writeUTF(series.market());
        target.writeLong(series.periodMillis());
        target.writeLong(series.endMillis());
        target.writeDouble(series.capacity());
        target.writeInt(series.windows());
        for (int i = 0; i < series.windows(); i++) {
            target.writeDouble(series.used(i));
        }
    }

    @Override
    public DemandSeries deserialize(DataInputView source) throws IOException {
        byte version = source.readByte();
        if (version != VERSION) {
            throw new IOException("demand history of unknown layout version " + version);
        }
        String market = source.readUTF();
        long periodMillis = source.readLong();
        long endMillis = source.readLong();
        double capacity = source.readDouble();
        double[] used = new double[source.readInt()];
        for (int i = 0; i < used.length; i++) {
            used[i] = source.readDouble();
        }
        return new DemandSeries(market, periodMillis, endMillis, used, capacity);
    }

    @Override
    public TypeSerializerSnapshot<DemandSeries> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DemandSeries> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
