package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.MarketEventCodec;
import io.attentionfutures.pipeline.serialization.RecordSerializer;
import io.attentionfutures.pipeline.serialization.RecordTypeInformation;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link SegmentEvent}s between decoders and clearing. */
public final class SegmentEventSerializer extends RecordSerializer<SegmentEvent> {
    private static final long serialVersionUID = 1L;
    private static final SegmentEventSerializer INSTANCE = new SegmentEventSerializer();

    /** The type, for operators that produce it. */
    public static final TypeInformation<SegmentEvent> TYPE =
            new RecordTypeInformation<>(SegmentEvent.class, INSTANCE);

    @Override
    public void serialize(SegmentEvent routed, DataOutputView target) throws IOException {
        target.writeUTF(routed.segment());
        MarketEventCodec.write(routed.event(), target);
    }

    @Override
    protected SegmentEvent read(DataInputView source) throws IOException {
        return new SegmentEvent(source.readUTF(), MarketEventCodec.read(source));
    }

    @Override
    public TypeSerializerSnapshot<SegmentEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SegmentEvent> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
