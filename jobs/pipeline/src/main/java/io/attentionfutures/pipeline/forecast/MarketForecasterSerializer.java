package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.online.MarketForecaster;
import io.attentionfutures.pipeline.serialization.RecordSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes a market's forecaster in the state of {@link BatchForecaster}. */
public final class MarketForecasterSerializer extends RecordSerializer<MarketForecaster> {
    private static final long serialVersionUID = 1L;
    static final MarketForecasterSerializer INSTANCE = new MarketForecasterSerializer();

    @Override
    public void serialize(MarketForecaster market, DataOutputView target) throws IOException {
        market.write(target);
    }

    @Override
    protected MarketForecaster read(DataInputView source) throws IOException {
        return MarketForecaster.read(source);
    }

    /** A forecaster learns: what a snapshot holds must not. */
    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public MarketForecaster copy(MarketForecaster from) {
        try {
            DataOutputSerializer bytes = new DataOutputSerializer(1 << 18);
            from.write(bytes);
            return MarketForecaster.read(new DataInputDeserializer(bytes.wrapAsByteBuffer()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MarketForecaster copy(MarketForecaster from, MarketForecaster reuse) {
        return copy(from);
    }

    @Override
    public TypeSerializerSnapshot<MarketForecaster> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<MarketForecaster> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
