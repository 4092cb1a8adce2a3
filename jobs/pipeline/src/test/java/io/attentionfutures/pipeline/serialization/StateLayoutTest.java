package io.attentionfutures.pipeline.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.online.MarketForecaster;
import io.attentionfutures.forecast.release.MarketModels;
import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.forecast.telemetry.TenantUsage;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.demand.DemandSerializer;
import io.attentionfutures.pipeline.demand.TenantUsageSerializer;
import io.attentionfutures.pipeline.forecast.MarketForecasterSerializer;
import io.attentionfutures.pipeline.forecast.MarketModelsSerializer;
import io.attentionfutures.pipeline.forecast.ModelReleaseSerializer;
import io.attentionfutures.pipeline.testing.Serializers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How a field is added to what operators store: each record begins with the version of its layout,
 * and is read to its last byte. A new version writes the field behind the others, and gives it a
 * default where it reads the version before; an older program refuses the new one.
 */
class StateLayoutTest {
    private static final double ADDED = 1.5;

    static Stream<Arguments> records() throws IOException {
        MarketForecaster forecaster = new MarketForecaster("H100.EUW1", 3_600_000, 0);
        return Stream.of(
                Arguments.of(
                        DemandSerializer.INSTANCE,
                        new Demand("m", 1, 2, 3, 4, 5, 6, 0.5, 7, Map.of("dc-1", 8.5))),
                Arguments.of(new TenantUsageSerializer(), new TenantUsage(5, 2, 8.0)),
                Arguments.of(
                        ModelReleaseSerializer.TYPE.createSerializer(new SerializerConfigImpl()),
                        new ModelRelease("default", "r1", "v", "s3://b", "00", 1, 2, 3)),
                Arguments.of(new MarketModelsSerializer(), new MarketModels()),
                Arguments.of(new MarketForecasterSerializer(), forecaster));
    }

    /** A record with a field more, as the program after this one would store it. */
    private record Extended<T>(T record, double added) {}

    /** The reader and writer of that program. */
    private record NextLayout<T>(TypeSerializer<T> today, byte todaysVersion) {
        byte[] write(Extended<T> extended) throws IOException {
            DataOutputSerializer out = new DataOutputSerializer(64);
            today.serialize(extended.record(), out);
            out.writeDouble(extended.added());
            byte[] bytes = out.getCopyOfBuffer();
            bytes[0] = (byte) (todaysVersion + 1);
            return bytes;
        }

        Extended<T> read(byte[] bytes) throws IOException {
            boolean earlier = bytes[0] == todaysVersion;
            byte[] known = bytes.clone();
            known[0] = todaysVersion;
            DataInputDeserializer in = new DataInputDeserializer(known);
            return new Extended<>(today.deserialize(in), earlier ? -1 : in.readDouble());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void aFieldCanBeAdded(TypeSerializer<T> serializer, T record) throws IOException {
        byte[] stored = Serializers.bytes(serializer, record);
        NextLayout<T> next = new NextLayout<>(serializer, stored[0]);

        Extended<T> old = next.read(stored);
        assertThat(old.added()).isEqualTo(-1);
        assertThat(Serializers.bytes(serializer, old.record())).isEqualTo(stored);
        byte[] written = next.write(new Extended<>(record, ADDED));
        assertThat(next.read(written).added()).isEqualTo(ADDED);
        assertThat(Serializers.bytes(serializer, next.read(written).record())).isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void anOlderProgramRefusesALaterVersion(TypeSerializer<T> serializer, T record)
            throws IOException {
        byte[] stored = Serializers.bytes(serializer, record);
        byte later = (byte) (stored[0] + 1);
        byte[] written =
                new NextLayout<>(serializer, stored[0]).write(new Extended<>(record, ADDED));

        assertThatThrownBy(() -> serializer.deserialize(new DataInputDeserializer(written)))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("of unknown layout version " + later);
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void aRecordIsReadToItsLastByte(TypeSerializer<T> serializer, T record) throws IOException {
        byte[] stored = Serializers.bytes(serializer, record);
        assertThat(Serializers.roundTrip(serializer, record)).isNotNull();
        for (int cut : List.of(1, stored.length / 2)) {
            byte[] shorter = Arrays.copyOf(stored, stored.length - cut);
            assertThatThrownBy(() -> serializer.deserialize(new DataInputDeserializer(shorter)))
                    .isInstanceOf(IOException.class);
        }
    }
}
