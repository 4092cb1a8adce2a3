package io.attentionfutures.pipeline.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.pipeline.testing.DecoderHarness;
import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.Topic;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseDecoderTest {
    private static final long NOW = 1_760_000_000_000L;

    private static io.attentionfutures.schemas.ModelRelease release() {
        return Values.release("r1", "lstm32-0123456789ab", "s3://models/bundle.zip");
    }

    @Test
    void everyFieldOfAReleaseLandsWhereItShould() throws Exception {
        try (DecoderHarness<ModelRelease> decoder =
                DecoderHarness.open(new ReleaseDecoder(), ModelReleaseSerializer.TYPE)) {
            Log log = new Log(Topic.MODELS);
            decoder.read(log.heartbeat(2, NOW), log.append(2, NOW - 5, Values.bytes(release())));
            assertThat(decoder.decoded())
                    .containsExactly(
                            new ModelRelease(
                                    "default",
                                    "r1",
                                    "lstm32-0123456789ab",
                                    "s3://models/bundle.zip",
                                    "0".repeat(64),
                                    NOW,
                                    2,
                                    1));
        }
    }

    private static Stream<Arguments> malformed() {
        io.attentionfutures.schemas.ModelRelease.Builder whole =
                io.attentionfutures.schemas.ModelRelease.newBuilder(release());
        return Stream.of(
                Arguments.of(copy(whole).setName(" "), "name is empty"),
                Arguments.of(copy(whole).setName("n".repeat(257)), "name has 257 characters"),
                Arguments.of(copy(whole).setReleaseId(""), "releaseId is empty"),
                Arguments.of(copy(whole).setVersion(""), "version is empty"),
                Arguments.of(copy(whole).setUri(""), "uri is empty"),
                Arguments.of(copy(whole).setUri("u".repeat(3000)), "uri is empty or has more"),
                Arguments.of(copy(whole).setSha256("A".repeat(64)), "sha256 is not"));
    }

    private static io.attentionfutures.schemas.ModelRelease.Builder copy(
            io.attentionfutures.schemas.ModelRelease.Builder whole) {
        return io.attentionfutures.schemas.ModelRelease.newBuilder(whole);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aReleaseThatNobodyCouldUseIsADeadLetter(
            io.attentionfutures.schemas.ModelRelease.Builder release, String error)
            throws Exception {
        try (DecoderHarness<ModelRelease> decoder =
                DecoderHarness.open(new ReleaseDecoder(), ModelReleaseSerializer.TYPE)) {
            decoder.read(new Log(Topic.MODELS).append(0, NOW, Values.bytes(release.build())));
            assertThat(decoder.decoded()).isEmpty();
            assertThat(decoder.deadLetters())
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.getReason()).isEqualTo("MALFORMED");
                                assertThat(letter.getError()).contains(error);
                            });
        }
    }
}
