package io.attentionfutures.pipeline.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.attentionfutures.pipeline.clearing.SegmentEventSerializer;
import io.attentionfutures.pipeline.demand.DemandSerializer;
import io.attentionfutures.pipeline.demand.TenantUsageSerializer;
import io.attentionfutures.pipeline.demand.UsageSerializer;
import io.attentionfutures.pipeline.forecast.MarketForecastSerializer;
import io.attentionfutures.pipeline.forecast.MarketForecasterSerializer;
import io.attentionfutures.pipeline.forecast.MarketModelsSerializer;
import io.attentionfutures.pipeline.forecast.ModelReleaseSerializer;
import io.attentionfutures.pipeline.log.LoggedRecordSerializer;
import io.attentionfutures.pipeline.publish.PublishedRecordSerializer;
import io.attentionfutures.pipeline.testing.Serializers;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged state is named as such, and what can be read is written again as the same bytes. */
class SerializedStateFuzzTest {
    private static final List<TypeSerializer<?>> SERIALIZERS =
            List.of(
                    of(SegmentEventSerializer.TYPE),
                    of(DemandSerializer.TYPE),
                    of(UsageSerializer.TYPE),
                    of(ModelReleaseSerializer.TYPE),
                    of(MarketForecastSerializer.TYPE),
                    of(LoggedRecordSerializer.TYPE),
                    of(PublishedRecordSerializer.TYPE),
                    new TenantUsageSerializer(),
                    new MarketModelsSerializer(),
                    new MarketForecasterSerializer());

    private static TypeSerializer<?> of(TypeInformation<?> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }

    static Stream<byte[]> seeds() {
        return RecordSerializersTest.records()
                .map(
                        arguments -> {
                            TypeInformation<?> type = (TypeInformation<?>) arguments.get()[0];
                            TypeSerializer<?> serializer = of(type);
                            byte[] value = bytes(serializer, arguments.get()[1]);
                            byte[] seed = new byte[1 + value.length];
                            seed[0] = (byte) SERIALIZERS.indexOf(serializer);
                            System.arraycopy(value, 0, seed, 1, value.length);
                            return seed;
                        });
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void stateIsReadOrNamedDamaged(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        TypeSerializer<?> serializer = SERIALIZERS.get((bytes[0] & 0xFF) % SERIALIZERS.size());
        Object read;
        try {
            read = serializer.deserialize(new DataInputDeserializer(bytes, 1, bytes.length - 1));
        } catch (IOException e) {
            return;
        }
        byte[] written = bytes(serializer, read);
        try {
            Object again = serializer.deserialize(new DataInputDeserializer(written));
            assertThat(bytes(serializer, again)).isEqualTo(written);
        } catch (IOException e) {
            throw new AssertionError("cannot read what was written", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> byte[] bytes(TypeSerializer<T> serializer, Object value) {
        try {
            return Serializers.bytes(serializer, (T) value);
        } catch (IOException e) {
            throw new AssertionError("cannot write " + value, e);
        }
    }
}
