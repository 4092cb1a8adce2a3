package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.testing.DecoderHarness;
import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.AllocationProfile;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.SelfTradePrevention;
import io.attentionfutures.schemas.Topic;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceDataDecoderTest {
    private static final long NOW = 1_000_000;

    private final Log contracts = new Log(Topic.CONTRACTS);
    private final Log accounts = new Log(Topic.ACCOUNTS);
    private DecoderHarness<SegmentEvent> decoder;

    @BeforeEach
    void open() throws Exception {
        SegmentRouting routing = new SegmentRouting(Map.of("B200.APS1", "ASIA"));
        decoder =
                DecoderHarness.open(new ReferenceDataDecoder(routing), SegmentEventSerializer.TYPE);
    }

    @AfterEach
    void close() throws Exception {
        decoder.close();
    }

    private void read(Log log, SpecificRecordBase value) throws Exception {
        decoder.read(log.append(0, NOW, Values.bytes(value)));
    }

    private void assertRefused(String error) {
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.getReason()).isEqualTo("MALFORMED");
                            assertThat(letter.getError()).contains(error);
                            assertThat(letter.getOffset()).isZero();
                        });
    }

    @Test
    void aSpecificationGoesToItsMarketsSegment() throws Exception {
        ContractSpecification specification = Values.specification("H100.EUW1").build();
        read(contracts, specification);
        assertThat(decoder.decoded())
                .containsExactly(
                        new SegmentEvent(
                                "EUW1",
                                new MarketEvent.SpecificationChanged(
                                        new LogPosition(NOW, "afm.contracts", 0, 0),
                                        EventConverters.specification(specification))));
    }

    @Test
    void aSpecificationGoesToTheSegmentThatIsConfigured() throws Exception {
        read(contracts, Values.specification("B200.APS1").setSegment("ASIA").build());
        assertThat(decoder.decoded()).extracting(SegmentEvent::segment).containsExactly("ASIA");
    }

    @Test
    void aSpecificationForAnotherSegmentIsRefused() throws Exception {
        read(contracts, Values.specification("H100.EUW1").setSegment("USE1").build());
        assertRefused(
                "market H100.EUW1 is cleared in segment 'EUW1', not 'USE1': correct the record or"
                        + " the option afm.market.segments");
    }

    static Stream<Arguments> wrongSpecifications() {
        return Stream.of(
                wrong("market must not be empty", s -> s.setMarket("").setSegment("")),
                wrong("market has 261 characters", s -> s.setMarket("m".repeat(256) + ".EUW1")),
                wrong("resourceUnit has 257", s -> s.setResourceUnit("u".repeat(257))),
                wrong("whole minutes", s -> s.setPeriodMillis(1)),
                wrong("lotSize", s -> s.setLotSize(0)),
                wrong("tickValue", s -> s.setTickValue(-1)),
                wrong("priceIncrementTicks", s -> s.setPriceIncrementTicks(0)),
                wrong("floorTicks", s -> s.setFloorTicks(-1)),
                wrong("capTicks", s -> s.setCapTicks(Long.MAX_VALUE)),
                wrong("listingHorizon", s -> s.setListingHorizon(Integer.MAX_VALUE)),
                wrong("callIntervalMillis", s -> s.setCallIntervalMillis(0)),
                wrong("bandFraction", s -> s.setBandFraction(Double.NaN)),
                wrong("marketDeviationTicks", s -> s.setMarketDeviationTicks(Double.NaN)),
                wrong(
                        "marketDeviationTicks",
                        s -> s.setMarketDeviationTicks(Double.POSITIVE_INFINITY)),
                wrong(
                        "allocationProfile is not known",
                        s -> s.setAllocationProfile(AllocationProfile.UNKNOWN)),
                wrong(
                        "selfTradePrevention is not known",
                        s -> s.setSelfTradePrevention(SelfTradePrevention.UNKNOWN)));
    }

    private static Arguments wrong(
            String error, UnaryOperator<ContractSpecification.Builder> change) {
        return Arguments.of(error, change.apply(Values.specification("H100.EUW1")).build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongSpecifications")
    void aSpecificationThatCannotHoldIsRefused(String error, ContractSpecification specification)
            throws Exception {
        read(contracts, specification);
        assertRefused(error);
    }

    @Test
    void anAccountGoesToEachOfItsSegments() throws Exception {
        read(accounts, Values.account("alice", Role.PROVIDER, "EUW1", "USE1"));
        MarketEvent changed =
                new MarketEvent.AccountChanged(
                        new LogPosition(NOW, "afm.accounts", 0, 0),
                        new Account("alice", io.attentionfutures.market.Role.PROVIDER, true, 1));
        assertThat(decoder.decoded())
                .containsExactly(
                        new SegmentEvent("EUW1", changed), new SegmentEvent("USE1", changed));
    }

    static Stream<Arguments> wrongAccounts() {
        return Stream.of(
                Arguments.of("role is not known", Values.account("a", Role.UNKNOWN, "EUW1")),
                Arguments.of("needs a name", Values.account("", Role.CONSUMER, "EUW1")),
                Arguments.of("names no segment", Values.account("a", Role.CONSUMER)),
                Arguments.of("account has 257", Values.account("a".repeat(257), Role.CONSUMER)),
                Arguments.of(
                        "segment has 257",
                        Values.account("a", Role.CONSUMER, "EUW1", "s".repeat(257))),
                Arguments.of(
                        "must be at least 1, was 0",
                        io.attentionfutures.schemas.Account.newBuilder(
                                        Values.account("a", Role.CONSUMER, "EUW1"))
                                .setWeight(0)
                                .build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAccounts")
    void anAccountThatCannotBeIsRefused(String error, SpecificRecordBase account) throws Exception {
        read(accounts, account);
        assertRefused(error);
    }

    @Test
    void anAccountOnTheContractsTopicIsRefused() throws Exception {
        read(contracts, Values.account("a", Role.CONSUMER, "EUW1"));
        assertRefused("no released version of ContractSpecification");
    }

    @Test
    void heartbeatsVanishAndTombstonesDoNot() throws Exception {
        decoder.read(contracts.heartbeat(0, NOW), accounts.append(0, NOW, null));
        assertThat(decoder.decoded()).isEmpty();
        assertThat(decoder.deadLetters())
                .extracting(DeadLetter::getTopic, DeadLetter::getReason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("afm.accounts", "NULL_VALUE"));
    }
}
