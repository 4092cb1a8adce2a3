package io.attentionfutures.pipeline.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.testing.DecoderHarness;
import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.UsageSample;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryDecoderTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long LATENESS = Duration.ofMinutes(1).toMillis();
    private static final long NOW = 1_000 * HOUR + HOUR / 2;
    private static final String MARKET = "H100.EUW1";

    private final Log log = new Log(Topic.TELEMETRY);
    private DecoderHarness<Usage> decoder;

    @BeforeEach
    void open() throws Exception {
        DemandPeriods periods =
                new DemandPeriods(Duration.ofHours(1), Map.of(), Duration.ofMillis(LATENESS));
        decoder = DecoderHarness.open(new TelemetryDecoder(periods), UsageSerializer.TYPE);
    }

    @AfterEach
    void close() throws Exception {
        decoder.close();
    }

    private void read(long loggedAt, UsageSample sample) throws Exception {
        decoder.read(log.append(0, loggedAt, Values.bytes(sample)));
    }

    private void assertRefused(String error) {
        assertRefused("MALFORMED", error);
    }

    private void assertRefused(String reason, String error) {
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters()).hasSize(1);
        assertThat(decoder.deadLetters().get(0).getReason()).isEqualTo(reason);
        assertThat(decoder.deadLetters().get(0).getError()).contains(error);
    }

    @Test
    void aSampleFallsIntoTheWindowOfItsOwnTime() throws Exception {
        read(NOW, Values.usage(MARKET, "team", NOW - 17, 12.5, 64));
        assertThat(decoder.decoded())
                .containsExactly(new Usage(MARKET, "team", "", 1_000 * HOUR, 12.5, 64));
        assertThat(decoder.deadLetters()).isEmpty();
    }

    @Test
    void whatAProviderHasOnlineIsNoUse() throws Exception {
        read(NOW, Values.online(MARKET, "dc-1", NOW - 17, 64));
        UsageSample odd = Values.online(MARKET, "dc-1", NOW - 17, 64);
        odd.setTenant("team");
        odd.setUsed(-5);
        read(NOW, odd);
        Usage online = new Usage(MARKET, "", "dc-1", 1_000 * HOUR, 0, 64);
        assertThat(decoder.decoded()).containsExactly(online, online);
        assertThat(decoder.decoded()).allMatch(Usage::ofProvider);
    }

    @Test
    void aProvidersReportIsCheckedAsASampleIs() throws Exception {
        read(NOW, Values.online(MARKET, "dc-1", NOW, Double.NaN));
        read(NOW, Values.online(MARKET, " ", NOW, 1));
        read(NOW, Values.online("", "dc-1", NOW, 1));
        read(NOW, Values.online(MARKET, "p".repeat(257), NOW, 1));
        read(NOW, Values.online(MARKET, "dc-1", NOW + HOUR, 1));
        read(NOW + HOUR + LATENESS, Values.online(MARKET, "dc-1", NOW - HOUR, 1));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters())
                .extracting(DeadLetter::getReason)
                .containsExactly(
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "AHEAD_OF_CLOCK",
                        "LATE");
        assertThat(decoder.deadLetters())
                .extracting(DeadLetter::getError)
                .satisfiesExactly(
                        error -> assertThat(error).contains("capacity must be between"),
                        error -> assertThat(error).contains("market and provider"),
                        error -> assertThat(error).contains("market and provider"),
                        error -> assertThat(error).contains("provider has 257"),
                        error -> assertThat(error).contains("logged at"),
                        error -> assertThat(error).contains("its window closed at"));
    }

    @Test
    void heartbeatsVanish() throws Exception {
        decoder.read(log.heartbeat(0, NOW), log.heartbeat(1, NOW));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters()).isEmpty();
    }

    @Test
    void aRecordWithoutValueBecomesADeadLetterWithItsCoordinates() throws Exception {
        log.heartbeat(3, NOW);
        LoggedRecord empty = log.append(3, NOW, null);
        decoder.read(empty);
        DeadLetter letter = decoder.deadLetters().get(0);
        assertThat(letter.getTopic()).isEqualTo("afm.telemetry");
        assertThat(letter.getPartition()).isEqualTo(3);
        assertThat(letter.getOffset()).isEqualTo(1);
        assertThat(letter.getTimestamp()).isEqualTo(Instant.ofEpochMilli(NOW));
        assertThat(letter.getKey().array()).isEqualTo(empty.key());
        assertThat(letter.getValue()).isNull();
        assertThat(letter.getReason()).isEqualTo("NULL_VALUE");
        assertThat(letter.getError()).isEqualTo("the record has no value");
    }

    @Test
    void aDeadLetterHoldsTheBytesAsTheyWere() throws Exception {
        byte[] garbage = {(byte) 0xC3, 1, 2, 3};
        decoder.read(log.append(0, NOW, garbage));
        assertRefused("neither Confluent framing nor an Avro single-object record");
        assertThat(decoder.deadLetters().get(0).getValue().array()).isEqualTo(garbage);
    }

    @Test
    void aRecordOfAnotherSchemaIsRefused() throws Exception {
        byte[] order = Values.bytes(Values.order("a", "1", "c", OrderSide.BUY, 1, 1).build());
        decoder.read(log.append(0, NOW, order));
        assertRefused("is no released version of UsageSample");
    }

    @Test
    void aSampleLoggedWhenItsWindowClosesStillCounts() throws Exception {
        long close = 1_001 * HOUR + LATENESS;
        read(close, Values.usage(MARKET, "team", NOW, 1, 2));
        assertThat(decoder.decoded()).hasSize(1);
    }

    @Test
    void aSampleLoggedAfterItsWindowClosedIsLate() throws Exception {
        long close = 1_001 * HOUR + LATENESS;
        read(close + 1, Values.usage(MARKET, "team", NOW, 1, 2));
        assertRefused("LATE", "sampled at 1970-02-11T16:30:00Z");
    }

    @Test
    void whatIsLateIsJudgedByThePartitionsOwnTime() throws Exception {
        long close = 1_001 * HOUR + LATENESS;
        decoder.read(log.heartbeat(0, close + 1));
        read(NOW, Values.usage(MARKET, "team", NOW, 1, 2));
        assertRefused("LATE", "its window closed at");
    }

    @Test
    void aSampleOfAWindowThatHasNotBegunIsAheadOfTheClock() throws Exception {
        read(1_001 * HOUR - 1, Values.usage(MARKET, "team", 1_001 * HOUR, 1, 2));
        assertRefused("AHEAD_OF_CLOCK", "logged at");
    }

    @Test
    void aSampleOfTheWindowThatJustBeganCounts() throws Exception {
        read(1_001 * HOUR, Values.usage(MARKET, "team", 1_001 * HOUR + 9, 1, 2));
        assertThat(decoder.decoded()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, Long.MAX_VALUE - 1, 0, -1})
    void timesFromAnotherWorldAreRefused(long sampledAt) throws Exception {
        read(NOW, Values.usage(MARKET, "team", sampledAt, 1, 2));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                -1e-9,
                -1,
                1.0000001e12,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void numbersThatMeasureNothingAreRefused(double number) throws Exception {
        read(NOW, Values.usage(MARKET, "team", NOW, number, 2));
        read(NOW, Values.usage(MARKET, "team", NOW, 1, number));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters())
                .extracting(DeadLetter::getError)
                .satisfiesExactly(
                        used -> assertThat(used).contains("used must be between 0 and 10^12"),
                        capacity ->
                                assertThat(capacity)
                                        .contains("capacity must be between 0 and 10^12"));
    }

    @Test
    void theLargestAndTheSmallestMeasureCount() throws Exception {
        read(NOW, Values.usage(MARKET, "team", NOW, 1e12, 0));
        read(NOW, Values.usage(MARKET, "team", NOW, 0, 1e12));
        assertThat(decoder.decoded()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void namesThatNameNothingAreRefused(String name) throws Exception {
        read(NOW, Values.usage(name, "team", NOW, 1, 2));
        read(NOW, Values.usage(MARKET, name, NOW, 1, 2));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters())
                .extracting(DeadLetter::getError)
                .containsOnly("market and tenant must not be empty");
    }

    @Test
    void namesOfMoreThan256CharactersAreRefused() throws Exception {
        read(NOW, Values.usage("m".repeat(257), "team", NOW, 1, 2));
        assertRefused("market has 257 characters, at most 256 are allowed");
        read(NOW, Values.usage(MARKET, "t".repeat(257), NOW, 1, 2));
        assertThat(decoder.deadLetters().get(1).getError()).contains("tenant has 257 characters");
        read(NOW, Values.usage("ü".repeat(256), "€".repeat(256), NOW, 1, 2));
        assertThat(decoder.decoded()).hasSize(1);
    }
}
