package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
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

    /** The record goes to segments as refused, and is no dead letter. */
    private void assertRefused(
            String kind, String subject, RejectionCode code, String reason, String... segments) {
        assertThat(decoder.deadLetters()).isEmpty();
        assertThat(decoder.decoded()).extracting(SegmentEvent::segment).containsExactly(segments);
        assertThat(decoder.decoded())
                .extracting(SegmentEvent::event)
                .allSatisfy(
                        event -> {
                            MarketEvent.RecordRefused refused = (MarketEvent.RecordRefused) event;
                            assertThat(refused.position().timeMillis()).isEqualTo(NOW);
                            assertThat(refused.position().offset()).isZero();
                            assertThat(refused.kind()).isEqualTo(kind);
                            assertThat(refused.subject()).isEqualTo(subject);
                            assertThat(refused.code()).isEqualTo(code);
                            assertThat(refused.reason()).contains(reason);
                        });
    }

    private void assertMalformed(String error) {
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
                                        ReferenceDataConverters.specification(specification))));
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
                "contract specification",
                "H100.EUW1",
                RejectionCode.INVALID_SPECIFICATION,
                "market H100.EUW1 is cleared in segment 'EUW1', not 'USE1': correct the record or"
                        + " the option afm.market.segments",
                "EUW1");
    }

    static Stream<Arguments> wrongSpecifications() {
        return Stream.of(
                wrong("whole minutes", s -> s.setPeriodMillis(1)),
                wrong("lotSize", s -> s.setLotSize(0)),
                wrong("tickValue", s -> s.setTickValue(-1)),
                wrong("priceIncrementTicks", s -> s.setPriceIncrementTicks(0)),
                wrong("floorTicks", s -> s.setFloorTicks(-1)),
                wrong("capTicks", s -> s.setCapTicks(Long.MAX_VALUE)),
                wrong("capTicks must not be below", s -> s.setFloorTicks(9).setCapTicks(8)),
                wrong("openMinute", s -> s.setOpenMinute(1440)),
                wrong("extensionFactor", s -> s.setExtensionFactor(Double.NaN)),
                wrong("volatilityDecay", s -> s.setVolatilityDecay(1)),
                wrong("penaltyFraction", s -> s.setPenaltyFraction(Double.NEGATIVE_INFINITY)),
                wrong("baselineLevels", s -> s.setBaselineLevels(0)),
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
        assertRefused(
                "contract specification",
                "H100.EUW1",
                RejectionCode.INVALID_SPECIFICATION,
                error,
                "EUW1");
    }

    @Test
    void aSpecificationOfNoMarketIsRefusedWhereNoMarketIs() throws Exception {
        read(contracts, Values.specification("H100.EUW1").setMarket("").setSegment("").build());
        assertRefused(
                "contract specification",
                "",
                RejectionCode.INVALID_SPECIFICATION,
                "market must not be empty",
                SegmentRouting.UNROUTABLE);
    }

    static Stream<Arguments> longNames() {
        String name = "n".repeat(257);
        return Stream.of(
                wrong("market has 257 characters", s -> s.setMarket(name)),
                wrong("segment has 257", s -> s.setSegment(name)),
                wrong("resourceUnit has 257", s -> s.setResourceUnit(name)),
                wrong("baselineAccount has 257", s -> s.setBaselineAccount(name)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longNames")
    void namesThatAreNoNamesAreDeadLetters(String error, ContractSpecification specification)
            throws Exception {
        read(contracts, specification);
        assertMalformed(error);
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

    @Test
    void aSegmentThatAnAccountNamesTwiceHearsOfItOnce() throws Exception {
        read(accounts, Values.account("alice", Role.PROVIDER, "EUW1", "USE1", "EUW1"));
        assertThat(decoder.decoded())
                .extracting(SegmentEvent::segment)
                .containsExactly("EUW1", "USE1");
    }

    static Stream<Arguments> wrongAccounts() {
        return Stream.of(
                wrongAccount("role is not known", a -> a.setRole(Role.UNKNOWN)),
                wrongAccount("must be at least 1, was 0", a -> a.setWeight(0)),
                wrongAccount(
                        "verified lots of account a in H100.EUW1 must not be negative, were -1",
                        a -> a.setVerifiedLots(Map.of("H100.EUW1", -1L))));
    }

    private static Arguments wrongAccount(
            String error, UnaryOperator<io.attentionfutures.schemas.Account.Builder> change) {
        return Arguments.of(error, changed(change));
    }

    private static io.attentionfutures.schemas.Account changed(
            UnaryOperator<io.attentionfutures.schemas.Account.Builder> change) {
        return change.apply(
                        io.attentionfutures.schemas.Account.newBuilder(
                                Values.account("a", Role.CONSUMER, "EUW1", "USE1")))
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAccounts")
    void anAccountThatCannotBeIsRefusedInEachOfItsSegments(String error, SpecificRecordBase account)
            throws Exception {
        read(accounts, account);
        assertRefused("account", "a", RejectionCode.INVALID_VALUE, error, "EUW1", "USE1");
    }

    @Test
    void anAccountWithoutANameIsRefused() throws Exception {
        read(accounts, Values.account("", Role.CONSUMER, "EUW1"));
        assertRefused(
                "account", "", RejectionCode.INVALID_VALUE, "an account needs a name", "EUW1");
    }

    static Stream<Arguments> unanswerableAccounts() {
        return Stream.of(
                Arguments.of("names no segment", Values.account("a", Role.CONSUMER)),
                Arguments.of("account has 257", Values.account("a".repeat(257), Role.CONSUMER)),
                Arguments.of(
                        "segment has 257",
                        Values.account("a", Role.CONSUMER, "EUW1", "s".repeat(257))),
                Arguments.of(
                        "market of verifiedLots has 257",
                        changed(a -> a.setVerifiedLots(Map.of("m".repeat(257), 1L)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unanswerableAccounts")
    void anAccountThatNobodyCanAnswerForIsADeadLetter(String error, SpecificRecordBase account)
            throws Exception {
        read(accounts, account);
        assertMalformed(error);
    }

    @Test
    void anAccountOnTheContractsTopicIsRefused() throws Exception {
        read(contracts, Values.account("a", Role.CONSUMER, "EUW1"));
        assertMalformed("no released version of ContractSpecification");
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
