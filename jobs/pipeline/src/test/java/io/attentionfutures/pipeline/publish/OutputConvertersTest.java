package io.attentionfutures.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.schemas.Allocation;
import io.attentionfutures.schemas.BookDepth;
import io.attentionfutures.schemas.CallPhase;
import io.attentionfutures.schemas.DepthLevel;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.PriceKind;
import io.attentionfutures.schemas.RuleStep;
import io.attentionfutures.schemas.SettlementTier;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputConvertersTest {
    private static final Instant TIME = Instant.ofEpochMilli(Outputs.TIME);

    @Test
    void everyFieldOfAPriceLandsWhereItShould() {
        assertThat(OutputConverters.price(Outputs.price()))
                .isEqualTo(
                        Price.newBuilder()
                                .setContract("contract")
                                .setSegment("segment")
                                .setTime(TIME)
                                .setSequence(2)
                                .setKind(PriceKind.CLEARING)
                                .setPriceTicks(3)
                                .setVolumeLots(4)
                                .setSurplusLots(-5)
                                .setRuleStep(RuleStep.PRESSURE_SELL)
                                .setReferenceTicks(6)
                                .setForecastWeight(0.25)
                                .setMarketWeight(0.625)
                                .setAutoregressiveWeight(0.125)
                                .setAutoregressiveTicks(12L)
                                .setAutoregressiveDeviationTicks(13.5)
                                .setScarcityTicks(7L)
                                .setLossOfLoadProbability(0.125)
                                .setBandLowTicks(8)
                                .setBandHighTicks(9)
                                .setBestBidTicks(10L)
                                .setBestAskTicks(11L)
                                .setPhase(CallPhase.EXTENDED)
                                .setSettlementTier(SettlementTier.NEIGHBOUR)
                                .setBookHash("book")
                                .setPreviousHash("previous")
                                .build());
    }

    @Test
    void whatAPriceLacksIsNull() {
        Price price = OutputConverters.price(Outputs.priceWithoutForecastAndQuotes());
        assertThat(price.getScarcityTicks()).isNull();
        assertThat(price.getLossOfLoadProbability()).isNull();
        assertThat(price.getBestBidTicks()).isNull();
        assertThat(price.getBestAskTicks()).isNull();
    }

    @Test
    void aPriceWithoutHistorySaysNothingOfIt() {
        Price price = OutputConverters.price(Outputs.priceWithoutHistory());
        assertThat(price.getAutoregressiveWeight()).isZero();
        assertThat(price.getAutoregressiveTicks()).isNull();
        assertThat(price.getAutoregressiveDeviationTicks()).isNull();
    }

    @Test
    void aPriceOfZeroIsAPrice() {
        Price price = OutputConverters.price(Outputs.price(0, 0.0, 0, 0));
        assertThat(price.getScarcityTicks()).isZero();
        assertThat(price.getLossOfLoadProbability()).isZero();
        assertThat(price.getBestBidTicks()).isZero();
        assertThat(price.getBestAskTicks()).isZero();
    }

    @Test
    void everyFieldOfADepthLandsWhereItShould() {
        BookDepth depth = OutputConverters.depth(Outputs.depth());
        assertThat(depth.getContract()).isEqualTo("contract");
        assertThat(depth.getSegment()).isEqualTo("segment");
        assertThat(depth.getTime()).isEqualTo(TIME);
        assertThat(depth.getSequence()).isEqualTo(2);
        assertThat(depth.getBids())
                .containsExactly(new DepthLevel(10L, 3L, 1), new DepthLevel(9L, 4L, 2));
        assertThat(depth.getAsks()).containsExactly(new DepthLevel(11L, 5L, 6));
    }

    @Test
    void everyFieldOfAnExecutionLandsWhereItShould() {
        ExecutionReport report = OutputConverters.execution(Outputs.execution());
        assertThat(report)
                .isEqualTo(
                        ExecutionReport.newBuilder()
                                .setAccount("account")
                                .setSegment("segment")
                                .setTime(TIME)
                                .setSequence(2)
                                .setClientOrderId("id")
                                .setOriginalClientOrderId("original")
                                .setContract("contract")
                                .setExecutionType(ExecutionType.TRADE)
                                .setSide(OrderSide.SELL)
                                .setLimitTicks(3)
                                .setOrderLots(4)
                                .setCumulativeLots(5)
                                .setLeavesLots(6)
                                .setCancelledLots(7)
                                .setLastLots(8)
                                .setLastPriceTicks(9)
                                .setRejectionCode("SELF_CROSS")
                                .setText("text")
                                .setSourceTopic("afm.orders")
                                .setSourcePartition(10)
                                .setSourceOffset(11L)
                                .build());
    }

    @Test
    void aReportThatNoCommandCausedHasNoSource() {
        ExecutionReport report = OutputConverters.execution(Outputs.executionWithoutCause());
        assertThat(report.getSourceTopic()).isNull();
        assertThat(report.getSourcePartition()).isNull();
        assertThat(report.getSourceOffset()).isNull();
    }

    @Test
    void everyFieldOfAnAllocationLandsWhereItShould() {
        assertThat(OutputConverters.allocation(Outputs.allocation()))
                .isEqualTo(
                        new Allocation(
                                "account",
                                "segment",
                                TIME,
                                2L,
                                "contract",
                                "provider",
                                3L,
                                4L,
                                Instant.ofEpochMilli(5),
                                Instant.ofEpochMilli(6)));
    }

    @ParameterizedTest
    @EnumSource
    void everyPhaseIsPublic(io.attentionfutures.market.phase.CallPhase phase) {
        assertThat(OutputConverters.price(Outputs.price(phase)).getPhase())
                .hasToString(phase.name())
                .isNotEqualTo(CallPhase.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void everySettlementTierIsPublic(io.attentionfutures.market.settlement.SettlementTier tier) {
        assertThat(OutputConverters.price(Outputs.price(tier)).getSettlementTier())
                .hasToString(tier.name())
                .isNotEqualTo(SettlementTier.UNKNOWN);
    }

    @Test
    void aPriceThatIsNoSettlementHasNoTier() {
        assertThat(
                        OutputConverters.price(Outputs.price(MarketOutput.PriceKind.INDEX))
                                .getSettlementTier())
                .isEqualTo(SettlementTier.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void everyPriceKindIsPublic(MarketOutput.PriceKind kind) {
        assertThat(OutputConverters.price(Outputs.price(kind)).getKind())
                .hasToString(kind.name())
                .isNotEqualTo(PriceKind.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleStepIsPublic(io.attentionfutures.market.auction.RuleStep step) {
        assertThat(OutputConverters.price(Outputs.price(step)).getRuleStep())
                .hasToString(step.name())
                .isNotEqualTo(RuleStep.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void everyExecutionTypeIsPublic(MarketOutput.ExecutionType type) {
        assertThat(OutputConverters.execution(Outputs.execution(type)).getExecutionType())
                .hasToString(type.name())
                .isNotEqualTo(ExecutionType.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void everyRejectionHasItsName(MarketOutput.RejectionCode code) {
        assertThat(OutputConverters.execution(Outputs.execution(code)).getRejectionCode())
                .isEqualTo(code.name());
    }

    @ParameterizedTest
    @EnumSource
    void everySideIsPublic(Side side) {
        assertThat(OutputConverters.execution(Outputs.execution(side)).getSide())
                .hasToString(side.name())
                .isNotEqualTo(OrderSide.UNKNOWN);
    }

    @Test
    void theSideOfAnOrderThatIsNotKnownIsUnknown() {
        assertThat(OutputConverters.execution(Outputs.execution((Side) null)).getSide())
                .isEqualTo(OrderSide.UNKNOWN);
    }
}
