package io.attentionfutures.pipeline.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.pipeline.clearing.InstructionDecoder;
import io.attentionfutures.pipeline.clearing.OrderDecoder;
import io.attentionfutures.pipeline.clearing.ReferenceDataDecoder;
import io.attentionfutures.pipeline.clearing.SegmentEvent;
import io.attentionfutures.pipeline.clearing.SegmentEventSerializer;
import io.attentionfutures.pipeline.clearing.SegmentRouting;
import io.attentionfutures.pipeline.demand.DemandPeriods;
import io.attentionfutures.pipeline.demand.TelemetryDecoder;
import io.attentionfutures.pipeline.demand.Usage;
import io.attentionfutures.pipeline.demand.UsageSerializer;
import io.attentionfutures.pipeline.forecast.ModelReleaseSerializer;
import io.attentionfutures.pipeline.forecast.ReleaseDecoder;
import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.pipeline.testing.Serializers;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes on the input topics, each record is decoded or refused; what is decoded
 * travels, and no clearing house stumbles over it.
 */
class DecodedRecordsFuzzTest {
    private static final long NOON = 490_000 * Duration.ofHours(1).toMillis();
    private static final long STEP = Duration.ofMinutes(7).toMillis();
    private static final int MOST_RECORDS = 60;
    private static final int HEADER_BYTES = 10;
    private static final List<Topic> TOPICS =
            List.of(
                    Topic.TELEMETRY,
                    Topic.ORDERS,
                    Topic.CONTRACTS,
                    Topic.ACCOUNTS,
                    Topic.COLLATERAL,
                    Topic.DIRECTIVES,
                    Topic.MODELS);

    /** The records that a run of bytes stands for: topic, two bytes of length, value. */
    private static final class Input {
        private final ByteBuffer bytes;

        Input(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        boolean hasNext() {
            return bytes.remaining() > 3;
        }

        int topic() {
            return (bytes.get() & 0xFF) % TOPICS.size();
        }

        byte[] value() {
            byte[] value = new byte[Math.min(bytes.getShort() & 0xFFFF, bytes.remaining())];
            bytes.get(value);
            return value;
        }
    }

    private static final class Job {
        private final SegmentRouting routing = new SegmentRouting(Map.of());
        private final OfflineDecoder<SegmentEvent> orders =
                new OfflineDecoder<>(new OrderDecoder(routing));
        private final OfflineDecoder<SegmentEvent> referenceData =
                new OfflineDecoder<>(new ReferenceDataDecoder(routing));
        private final OfflineDecoder<SegmentEvent> instructions =
                new OfflineDecoder<>(new InstructionDecoder());
        private final OfflineDecoder<ModelRelease> models =
                new OfflineDecoder<>(new ReleaseDecoder());
        private final OfflineDecoder<Usage> telemetry =
                new OfflineDecoder<>(
                        new TelemetryDecoder(
                                new DemandPeriods(
                                        Duration.ofHours(1), Map.of(), Duration.ofMinutes(1))));
        private final Map<Topic, Log> logs = new EnumMap<>(Topic.class);
        private final Map<String, ClearingHouse> houses = new TreeMap<>();
        private long now = NOON;

        void read(Topic topic, byte[] value) {
            now += STEP;
            Log log = logs.computeIfAbsent(topic, Log::new);
            LoggedRecord record = log.append(0, now, value);
            switch (topic) {
                case TELEMETRY ->
                        telemetry.decode(record, usage -> travel(UsageSerializer.TYPE, usage));
                case ORDERS -> orders.decode(record, this::clear);
                case CONTRACTS, ACCOUNTS -> referenceData.decode(record, this::clear);
                case MODELS ->
                        models.decode(
                                record, release -> travel(ModelReleaseSerializer.TYPE, release));
                default -> instructions.decode(record, this::clear);
            }
        }

        private void clear(SegmentEvent routed) {
            travel(SegmentEventSerializer.TYPE, routed);
            ClearingHouse house =
                    houses.computeIfAbsent(routed.segment(), name -> new ClearingHouse(name));
            house.apply(routed.event(), output -> {});
            assertConserved(house);
        }

        void end() {
            for (ClearingHouse house : houses.values()) {
                house.advanceTo(now + Duration.ofHours(2).toMillis(), output -> {});
                assertConserved(house);
            }
        }

        private static void assertConserved(ClearingHouse house) {
            assertThat(house.totalCash()).isEqualTo(house.deposited());
            assertThat(house.netPositions().values()).allMatch(lots -> lots == 0);
        }

        private static <T> void travel(TypeInformation<T> type, T value) {
            TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
            try {
                byte[] bytes = Serializers.bytes(serializer, value);
                T arrived = serializer.deserialize(new DataInputDeserializer(bytes));
                assertThat(Serializers.bytes(serializer, arrived)).isEqualTo(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The plain records of {@link Values}, by topic. */
    private static byte[] plain(Topic topic) {
        return switch (topic) {
            case TELEMETRY -> Values.bytes(Values.usage("H100.EUW1", "team", NOON, 3, 8));
            case ORDERS -> Values.bytes(order("b1", OrderSide.BUY).build());
            case CONTRACTS -> Values.bytes(Values.specification("H100.EUW1").build());
            case ACCOUNTS -> Values.bytes(Values.account("a", Role.CONSUMER, "EUW1"));
            case COLLATERAL -> Values.bytes(Values.deposit("t1", "a", "EUW1", 1_000_000));
            case DIRECTIVES -> Values.bytes(Values.halt("d1", "EUW1", "H100.EUW1").build());
            default -> Values.bytes(Values.release("r1", "model-1", "file:/bundle.zip"));
        };
    }

    private static io.attentionfutures.schemas.OrderCommand.Builder order(
            String id, OrderSide side) {
        return Values.order("a", id, "H100.EUW1.1H.20251124T20Z", side, 5, 200);
    }

    private static void put(ByteArrayOutputStream seed, Topic topic, byte[] value) {
        seed.write(TOPICS.indexOf(topic));
        seed.write(value.length >> Byte.SIZE);
        seed.write(value.length);
        seed.writeBytes(value);
    }

    /** Each record alone, and a market that trades. */
    static Stream<byte[]> seeds() {
        ByteArrayOutputStream market = new ByteArrayOutputStream();
        put(
                market,
                Topic.CONTRACTS,
                Values.bytes(
                        Values.specification("H100.EUW1")
                                .setCollateralised(true)
                                .setDynamicBandFactor(2)
                                .build()));
        put(market, Topic.ACCOUNTS, Values.bytes(Values.account("a", Role.INVESTOR, "EUW1")));
        put(market, Topic.COLLATERAL, plain(Topic.COLLATERAL));
        put(market, Topic.ORDERS, Values.bytes(order("b1", OrderSide.BUY).build()));
        put(market, Topic.ORDERS, Values.bytes(order("s1", OrderSide.SELL).build()));
        put(
                market,
                Topic.ORDERS,
                Values.bytes(
                        order("b2", OrderSide.BUY)
                                .setAction(OrderAction.NEW_BLOCK)
                                .setPeriods(2)
                                .build()));
        put(
                market,
                Topic.ORDERS,
                Values.bytes(
                        order("c1", OrderSide.BUY)
                                .setAction(OrderAction.CANCEL)
                                .setOriginalClientOrderId("b1")
                                .build()));
        return Stream.concat(
                TOPICS.stream()
                        .map(
                                topic -> {
                                    ByteArrayOutputStream seed = new ByteArrayOutputStream();
                                    put(seed, topic, plain(topic));
                                    return seed.toByteArray();
                                }),
                Stream.of(market.toByteArray()));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void everyRecordIsDecodedOrRefused(byte[] bytes) {
        Input input = new Input(bytes);
        Job job = new Job();
        for (int left = MOST_RECORDS; left > 0 && input.hasNext(); left--) {
            int topic = input.topic();
            byte[] value = input.value();
            job.read(TOPICS.get(topic), value);
            // The same under the header of its topic's records, which chance does not find.
            byte[] known = plain(TOPICS.get(topic));
            if (value.length > 0 && value[0] != known[0]) {
                byte[] headed = Arrays.copyOf(known, HEADER_BYTES + value.length);
                System.arraycopy(value, 0, headed, HEADER_BYTES, value.length);
                job.read(TOPICS.get(topic), headed);
            }
        }
        job.end();
    }
}
