package io.attentionfutures.pipeline.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.pipeline.clearing.InstructionDecoder;
import io.attentionfutures.pipeline.clearing.OrderDecoder;
import io.attentionfutures.pipeline.clearing.ReferenceDataDecoder;
import io.attentionfutures.pipeline.clearing.SegmentEventSerializer;
import io.attentionfutures.pipeline.clearing.SegmentRouting;
import io.attentionfutures.pipeline.demand.DemandPeriods;
import io.attentionfutures.pipeline.demand.TelemetryDecoder;
import io.attentionfutures.pipeline.demand.UsageSerializer;
import io.attentionfutures.pipeline.forecast.ModelReleaseSerializer;
import io.attentionfutures.pipeline.forecast.ReleaseDecoder;
import io.attentionfutures.pipeline.testing.DecoderHarness;
import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, each record is decoded or becomes a dead letter, and the job goes on. */
class DecoderFuzzTest {
    private static final int ROUNDS = 2_000;
    private static final long NOW = Duration.ofDays(10_000).toMillis();
    private static final int HEADER_BYTES = 10;

    static Stream<Arguments> decoders() {
        DemandPeriods periods =
                new DemandPeriods(Duration.ofHours(1), Map.of(), Duration.ofMinutes(1));
        SegmentRouting routing = new SegmentRouting(Map.of());
        return Stream.of(
                Arguments.of(
                        new TelemetryDecoder(periods),
                        UsageSerializer.TYPE,
                        Topic.TELEMETRY,
                        Values.bytes(Values.usage("H100.EUW1", "team", NOW, 3, 8))),
                Arguments.of(
                        new OrderDecoder(routing),
                        SegmentEventSerializer.TYPE,
                        Topic.ORDERS,
                        Values.bytes(
                                Values.order("a", "1", "H100.EUW1.1H.X", OrderSide.BUY, 5, 100)
                                        .build())),
                Arguments.of(
                        new ReferenceDataDecoder(routing),
                        SegmentEventSerializer.TYPE,
                        Topic.CONTRACTS,
                        Values.bytes(Values.specification("H100.EUW1").build())),
                Arguments.of(
                        new ReferenceDataDecoder(routing),
                        SegmentEventSerializer.TYPE,
                        Topic.ACCOUNTS,
                        Values.bytes(Values.account("a", Role.CONSUMER, "EUW1", "USE1"))),
                Arguments.of(
                        new TelemetryDecoder(periods),
                        UsageSerializer.TYPE,
                        Topic.TELEMETRY,
                        Values.bytes(Values.online("H100.EUW1", "dc-1", NOW, 8))),
                Arguments.of(
                        new InstructionDecoder(),
                        SegmentEventSerializer.TYPE,
                        Topic.COLLATERAL,
                        Values.bytes(Values.deposit("t1", "a", "EUW1", 100))),
                Arguments.of(
                        new InstructionDecoder(),
                        SegmentEventSerializer.TYPE,
                        Topic.DIRECTIVES,
                        Values.bytes(Values.halt("d1", "EUW1", "H100.EUW1").build())),
                Arguments.of(
                        new ReleaseDecoder(),
                        ModelReleaseSerializer.TYPE,
                        Topic.MODELS,
                        Values.bytes(Values.release("r1", "model-1", "file:/bundle.zip"))));
    }

    @ParameterizedTest
    @MethodSource("decoders")
    <T> void truncatedRecordsAreRefused(
            LogDecoder<T> decoder, TypeInformation<T> type, Topic topic, byte[] whole)
            throws Exception {
        Log log = new Log(topic);
        try (DecoderHarness<T> harness = DecoderHarness.open(decoder, type)) {
            for (int length = 0; length < whole.length; length++) {
                harness.read(log.append(0, NOW, Arrays.copyOf(whole, length)));
            }
            assertThat(harness.decoded()).isEmpty();
            assertThat(harness.deadLetters()).hasSize(whole.length);
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    <T> void bytesAfterTheEndAreRefused(
            LogDecoder<T> decoder, TypeInformation<T> type, Topic topic, byte[] whole)
            throws Exception {
        try (DecoderHarness<T> harness = DecoderHarness.open(decoder, type)) {
            harness.read(new Log(topic).append(0, NOW, Arrays.copyOf(whole, whole.length + 1)));
            assertThat(harness.decoded()).isEmpty();
            assertThat(harness.deadLetters().get(0).getError()).contains("bytes are left");
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    <T> void randomBytesAreRefused(
            LogDecoder<T> decoder, TypeInformation<T> type, Topic topic, byte[] whole)
            throws Exception {
        Random random = new Random(11);
        Log log = new Log(topic);
        try (DecoderHarness<T> harness = DecoderHarness.open(decoder, type)) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                harness.read(log.append(0, NOW, bytes));
            }
            assertThat(harness.decoded()).isEmpty();
            assertThat(harness.deadLetters()).hasSize(ROUNDS);
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    <T> void damagedRecordsNeverStopTheJob(
            LogDecoder<T> decoder, TypeInformation<T> type, Topic topic, byte[] whole)
            throws Exception {
        Random random = new Random(12);
        Log log = new Log(topic);
        try (DecoderHarness<T> harness = DecoderHarness.open(decoder, type)) {
            for (int round = 0; round < ROUNDS; round++) {
                int before = harness.outcomes();
                byte[] bytes = whole.clone();
                for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                    int place = HEADER_BYTES + random.nextInt(bytes.length - HEADER_BYTES);
                    bytes[place] = (byte) random.nextInt(256);
                }
                harness.read(log.append(0, NOW, bytes));
                assertThat(harness.outcomes()).as(Arrays.toString(bytes)).isGreaterThan(before);
            }
        }
    }
}
