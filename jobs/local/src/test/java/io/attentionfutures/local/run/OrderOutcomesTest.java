package io.attentionfutures.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.OrderSide;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderOutcomesTest {
    private static final String CONTRACT = "M.R.1H.20260105T03Z";

    private final OrderOutcomes outcomes = new OrderOutcomes();

    @Test
    void eachReportIsCountedAsWhatItIs() {
        for (String id : new String[] {"1", "2", "3", "4", "5"}) {
            outcomes.add(report(ExecutionType.NEW).setClientOrderId(id).build());
        }
        outcomes.add(
                report(ExecutionType.REPLACED)
                        .setClientOrderId("6")
                        .setOriginalClientOrderId("2")
                        .build());
        outcomes.add(
                report(ExecutionType.CANCELED)
                        .setClientOrderId("7")
                        .setOriginalClientOrderId("6")
                        .build());
        outcomes.add(report(ExecutionType.EXPIRED).setClientOrderId("3").build());
        outcomes.add(report(ExecutionType.SUSPENDED).setClientOrderId("5").build());
        trade(CONTRACT, OrderSide.SELL, 5, 100, 0);

        assertThat(outcomes.accepted).isEqualTo(5);
        assertThat(outcomes.suspended).isEqualTo(1);
        assertThat(outcomes.replaced).isEqualTo(1);
        assertThat(outcomes.cancelled).isEqualTo(1);
        assertThat(outcomes.expired).isEqualTo(1);
        assertThat(outcomes.filled).isEqualTo(1);
        assertThat(outcomes.open()).isEqualTo(1);
    }

    @Test
    void rejectionsAreCountedByCode() {
        for (String code : new String[] {"UNKNOWN_ORDER", "SELF_CROSS", "UNKNOWN_ORDER"}) {
            outcomes.add(report(ExecutionType.REJECTED).setRejectionCode(code).build());
        }

        assertThat(outcomes.rejected)
                .containsOnlyKeys("UNKNOWN_ORDER", "SELF_CROSS")
                .containsEntry("UNKNOWN_ORDER", 2L)
                .containsEntry("SELF_CROSS", 1L);
        assertThat(outcomes.accepted).isZero();
    }

    @Test
    void aPartialFillDoesNotEndAnOrder() {
        add(ExecutionType.NEW);
        trade(CONTRACT, OrderSide.SELL, 2, 100, 3);

        assertThat(outcomes.filled).isZero();
        assertThat(outcomes.open()).isEqualTo(1);
    }

    @Test
    void cashAndLotsAreConservedWhereBuysAndSellsMatch() {
        trade(CONTRACT, OrderSide.BUY, 7, 100, 0);
        assertThat(outcomes.positions()).isEqualTo(7);
        trade(CONTRACT, OrderSide.SELL, 4, 100, 0);
        trade(CONTRACT, OrderSide.SELL, 3, 100, 0);

        assertThat(outcomes.cash()).isZero();
        assertThat(outcomes.positions()).isZero();
    }

    @Test
    void aBlockOrderIsOneOrderThatTradesInAllItsPeriodsAtOnce() {
        add(ExecutionType.NEW);
        trade(CONTRACT, OrderSide.SELL, 5, 100, 0);
        trade("M.R.1H.20260105T04Z", OrderSide.SELL, 5, 110, 0);
        trade("M.R.1H.20260105T05Z", OrderSide.SELL, 5, 120, 0);

        assertThat(outcomes.filled).isEqualTo(1);
        assertThat(outcomes.tradedBlocks()).isEqualTo(1);
        assertThat(outcomes.open()).isZero();
    }

    @Test
    void aPeriodOfABlockIsToldFromAnotherOrderOfTheSameName() {
        String next = "M.R.1H.20260105T04Z";
        add(ExecutionType.NEW);
        outcomes.add(report(ExecutionType.NEW).setContract(next).setOrderLots(9).build());
        trade(CONTRACT, OrderSide.SELL, 5, 100, 0);
        trade(next, OrderSide.SELL, 5, 110, 0);
        assertThat(outcomes.open()).isEqualTo(1);
        outcomes.add(report(ExecutionType.EXPIRED).setContract(next).build());

        assertThat(outcomes.filled).isEqualTo(1);
        assertThat(outcomes.expired).isEqualTo(1);
        assertThat(outcomes.open()).isZero();
        assertThat(outcomes.tradedBlocks()).isEqualTo(1);
    }

    @Test
    void openInterestIsWhatIsHeldNotWhatWasTraded() {
        trade(CONTRACT, OrderSide.BUY, 7, 100, 0);
        trade(CONTRACT, OrderSide.SELL, 4, 100, 0);

        assertThat(outcomes.openInterest(CONTRACT)).isEqualTo(3);
        assertThat(outcomes.openInterest("another")).isZero();
    }

    @Test
    void aLostLotIsSeen() {
        trade(CONTRACT, OrderSide.BUY, 7, 100, 0);
        trade(CONTRACT, OrderSide.SELL, 6, 100, 0);

        assertThat(outcomes.positions()).isEqualTo(1);
        assertThat(outcomes.cash()).isEqualTo(-100);
    }

    @Test
    void aWrongPriceIsSeenThoughLotsMatch() {
        trade(CONTRACT, OrderSide.BUY, 7, 100, 0);
        trade(CONTRACT, OrderSide.SELL, 7, 99, 0);

        assertThat(outcomes.positions()).isZero();
        assertThat(outcomes.cash()).isEqualTo(-7);
    }

    @Test
    void breaksInTwoContractsDoNotCancelOut() {
        trade(CONTRACT, OrderSide.BUY, 5, 100, 0);
        trade("M.R.1H.20260105T04Z", OrderSide.SELL, 5, 100, 0);

        assertThat(outcomes.cash()).isZero();
        assertThat(outcomes.positions()).isEqualTo(10);
    }

    @Test
    void theFillRatioIsOfWhatBuyersAskedFor() {
        outcomes.add(report(ExecutionType.NEW).setSide(OrderSide.BUY).setOrderLots(8).build());
        outcomes.add(report(ExecutionType.NEW).setClientOrderId("2").setOrderLots(90).build());
        outcomes.add(
                report(ExecutionType.TRADE)
                        .setSide(OrderSide.BUY)
                        .setOrderLots(8)
                        .setLastLots(6)
                        .setLeavesLots(2)
                        .build());

        assertThat(outcomes.fillRatio(CONTRACT)).isEqualTo(0.75, within(1e-12));
        assertThat(outcomes.fillRatio("another")).isNaN();
    }

    @Test
    void aTypeThatNobodyKnowsIsNotPassedOver() {
        assertThatThrownBy(() -> add(ExecutionType.UNKNOWN))
                .isInstanceOf(IllegalStateException.class);
    }

    private void add(ExecutionType type) {
        outcomes.add(report(type).build());
    }

    private void trade(String contract, OrderSide side, long lots, long price, long leaves) {
        outcomes.add(
                report(ExecutionType.TRADE)
                        .setContract(contract)
                        .setSide(side)
                        .setLastLots(lots)
                        .setLastPriceTicks(price)
                        .setLeavesLots(leaves)
                        .build());
    }

    private static ExecutionReport.Builder report(ExecutionType type) {
        return ExecutionReport.newBuilder()
                .setAccount("ada")
                .setSegment("R")
                .setTime(Instant.EPOCH)
                .setSequence(0)
                .setClientOrderId("1")
                .setOriginalClientOrderId("")
                .setContract(CONTRACT)
                .setExecutionType(type)
                .setSide(OrderSide.SELL)
                .setLimitTicks(0)
                .setOrderLots(0)
                .setCumulativeLots(0)
                .setLeavesLots(0)
                .setCancelledLots(0)
                .setLastLots(0)
                .setLastPriceTicks(0)
                .setRejectionCode("NONE")
                .setText("");
    }
}
