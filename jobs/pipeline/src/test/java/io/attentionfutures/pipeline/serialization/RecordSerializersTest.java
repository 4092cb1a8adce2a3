package io.attentionfutures.pipeline.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.online.ForecastAccuracy;
import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.pipeline.clearing.SegmentEvent;
import io.attentionfutures.pipeline.clearing.SegmentEventSerializer;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.demand.DemandSerializer;
import io.attentionfutures.pipeline.demand.Usage;
import io.attentionfutures.pipeline.demand.UsageSerializer;
import io.attentionfutures.pipeline.forecast.MarketForecast;
import io.attentionfutures.pipeline.forecast.MarketForecastSerializer;
import io.attentionfutures.pipeline.forecast.ModelReleaseSerializer;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.log.LoggedRecordSerializer;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.publish.PublishedRecordSerializer;
import io.attentionfutures.pipeline.testing.Events;
import io.attentionfutures.pipeline.testing.Serializers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that travels between operators. */
class RecordSerializersTest {
    private static final byte[] BYTES = {0, -1, 127, -128};

    static Stream<Arguments> records() {
        List<Arguments> records = new ArrayList<>();
        records.add(
                of(
                        LoggedRecordSerializer.TYPE,
                        new LoggedRecord("afm.orders", 3, 1L << 40, 17, BYTES, BYTES, false)));
        records.add(
                of(
                        LoggedRecordSerializer.TYPE,
                        new LoggedRecord("", 0, 0, Long.MIN_VALUE, null, null, true)));
        records.add(
                of(
                        LoggedRecordSerializer.TYPE,
                        new LoggedRecord("t", 0, 0, 0, new byte[0], new byte[0], false)));
        records.add(
                of(
                        PublishedRecordSerializer.TYPE,
                        new PublishedRecord("afm.prices", 12, BYTES, BYTES)));
        records.add(
                of(
                        PublishedRecordSerializer.TYPE,
                        new PublishedRecord("afm.prices", -12, null, null)));
        records.add(
                of(UsageSerializer.TYPE, new Usage("H100.EUW1", "t€äm", "dć-1", -5, 0.1, 1e12)));
        records.add(
                of(
                        DemandSerializer.TYPE,
                        new Demand(
                                "m", 1, 2, 3, Double.NaN, 7.5, 4, Double.NaN, 1L << 33, Map.of())));
        records.add(
                of(
                        DemandSerializer.TYPE,
                        new Demand(
                                "m", 1, 2, 3, 4, 5, 6, 0.5, 7, Map.of("dc-1", 8.5, "dc-€", 0.0))));
        records.add(
                of(
                        MarketForecastSerializer.TYPE,
                        new MarketForecast(
                                99,
                                forecast(),
                                Map.of("naive", 0.25, "arima", 0.75),
                                new ForecastAccuracy(1.5, 2.5, 3.5))));
        records.add(
                of(
                        ModelReleaseSerializer.TYPE,
                        new ModelRelease("default", "r1", "v", "s3://b", "00", 1, 2, 3)));
        Events.all()
                .forEach(
                        event ->
                                records.add(
                                        of(
                                                SegmentEventSerializer.TYPE,
                                                new SegmentEvent("EUW1", event))));
        return records.stream();
    }

    private static Arguments of(TypeInformation<?> type, Object record) {
        return Arguments.of(type, record);
    }

    private static DemandForecast forecast() {
        return new DemandForecast(
                "H100.EUW1",
                1,
                2,
                3.5,
                new double[] {1, Double.MIN_VALUE},
                new double[] {0.5},
                new double[] {0.1, 0.9},
                new double[][] {{1, 2}, {}, {3}},
                "lstm 4",
                true,
                "too short");
    }

    private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }

    private static void assertSame(Object back, Object record) {
        assertThat(back)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void everyFieldComesBack(TypeInformation<T> type, T record) throws Exception {
        T back = Serializers.roundTrip(serializer(type), record);
        assertSame(back, record);
    }

    @Test
    void bytesOfAnotherLayoutAreNamed() throws Exception {
        byte[] usage = Serializers.bytes(serializer(UsageSerializer.TYPE), usage());
        usage[0] = 3;
        assertThatThrownBy(() -> read(UsageSerializer.TYPE, usage))
                .hasMessage("usage of unknown layout version 3");
        byte[] demand = Serializers.bytes(serializer(DemandSerializer.TYPE), demand());
        demand[0] = 1;
        assertThatThrownBy(() -> read(DemandSerializer.TYPE, demand))
                .hasMessage("demand of unknown layout version 1");
    }

    @Test
    void aDamagedLengthIsNamed() throws Exception {
        byte[] published =
                Serializers.bytes(
                        serializer(PublishedRecordSerializer.TYPE),
                        new PublishedRecord("t", 12, BYTES, BYTES));
        int keyLength = Short.BYTES + 1 + Long.BYTES;
        published[keyLength] = -1;
        assertThatThrownBy(() -> read(PublishedRecordSerializer.TYPE, published))
                .isInstanceOf(IOException.class)
                .hasMessage("a length of -16777212 bytes is damaged");
    }

    private static Usage usage() {
        return new Usage("H100.EUW1", "team", "", 1, 2, 3);
    }

    private static Demand demand() {
        return new Demand("m", 1, 2, 3, 4, 5, 6, 0.5, 7, Map.of());
    }

    private static <T> T read(TypeInformation<T> type, byte[] bytes) throws IOException {
        return serializer(type).deserialize(new DataInputDeserializer(bytes));
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void aCopyOfTheBytesIsTheSameBytes(TypeInformation<T> type, T record) throws Exception {
        TypeSerializer<T> serializer = serializer(type);
        assertThat(Serializers.copyOfBytes(serializer, record))
                .isEqualTo(Serializers.bytes(serializer, record));
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void recordsAreImmutableAndNeverCopied(TypeInformation<T> type, T record) {
        TypeSerializer<T> serializer = serializer(type);
        assertThat(serializer.isImmutableType()).isTrue();
        assertThat(serializer.copy(record)).isSameAs(record);
        assertThat(serializer.copy(record, record)).isSameAs(record);
        assertThat(serializer.getLength()).isEqualTo(-1);
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void aSavepointFindsTheSerializerAgain(TypeInformation<T> type, T record) throws Exception {
        TypeSerializer<T> serializer = serializer(type);
        TypeSerializer<T> restored = Serializers.restored(serializer);
        assertSame(Serializers.roundTrip(restored, record), record);
        assertThat(
                        serializer
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(restored.snapshotConfiguration())
                                .isCompatibleAsIs())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void theTypeTravelsWithTheJob(TypeInformation<T> type, T record) throws Exception {
        TypeInformation<T> clone = InstantiationUtil.clone(type);
        assertThat(clone).isEqualTo(type).hasSameHashCodeAs(type);
        assertThat(clone.getTypeClass()).isEqualTo(record.getClass());
        assertThat(clone.isKeyType()).isFalse();
        assertThat(clone.isBasicType()).isFalse();
        assertThat(clone.isTupleType()).isFalse();
        assertThat(clone.getArity()).isOne();
        assertThat(clone.getTotalFields()).isOne();
        assertThat(clone).hasToString(record.getClass().getSimpleName());
    }
}
