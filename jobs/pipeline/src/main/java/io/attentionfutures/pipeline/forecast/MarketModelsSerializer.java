package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.release.MarketModels;
import io.attentionfutures.pipeline.serialization.RecordSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes which models a market has to do with in the state of {@link BatchForecaster}. */
public final class MarketModelsSerializer extends RecordSerializer<MarketModels> {
    private static final long serialVersionUID = 1L;
    static final MarketModelsSerializer INSTANCE = new MarketModelsSerializer();

    @Override
    public void serialize(MarketModels models, DataOutputView target) throws IOException {
        models.write(target);
    }

    @Override
    protected MarketModels read(DataInputView source) throws IOException {
        return MarketModels.read(source);
    }

    /** They change: what a snapshot holds must not. */
    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public MarketModels copy(MarketModels from) {
        try {
            DataOutputSerializer bytes = new DataOutputSerializer(512);
            from.write(bytes);
            return MarketModels.read(new DataInputDeserializer(bytes.wrapAsByteBuffer()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MarketModels copy(MarketModels from, MarketModels reuse) {
        return copy(from);
    }

    @Override
    public TypeSerializerSnapshot<MarketModels> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<MarketModels> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
