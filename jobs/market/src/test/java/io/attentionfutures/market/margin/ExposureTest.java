package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.Side;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ExposureTest {
    @Test
    void looksAtTheRiskiestPositionOnEachSide() {
        Exposure exposure = new Exposure(5, 10, 20);

        assertThat(exposure.riskiestLong()).isEqualTo(15);
        assertThat(exposure.riskiestShort()).isEqualTo(15);
        assertThat(exposure.margin(7, 7)).isEqualTo(105);
    }

    @Test
    void takesTheDearerSide() {
        Exposure exposure = new Exposure(5, 10, 20);

        assertThat(exposure.margin(7, 9)).isEqualTo(135);
        assertThat(exposure.margin(9, 7)).isEqualTo(135);
        assertThat(new Exposure(5, 10, 4).margin(1, 1000)).isEqualTo(15);
    }

    @Test
    void asksNothingForOrdersThatOnlyReduce() {
        assertThat(new Exposure(5, 0, 5).margin(7, 7)).isEqualTo(35);
        assertThat(new Exposure(5, 0, 10).margin(7, 7)).isEqualTo(35);
        assertThat(new Exposure(5, 0, 11).margin(7, 7)).isEqualTo(42);
        assertThat(new Exposure(-5, 5, 0).margin(7, 7)).isEqualTo(35);
        assertThat(Exposure.NONE.margin(7, 7)).isZero();
    }

    @Test
    void followsOrdersAndFills() {
        Exposure exposure =
                Exposure.NONE
                        .plusOrder(Side.BUY, 10)
                        .plusOrder(Side.SELL, 4)
                        .filled(Side.BUY, 3)
                        .filled(Side.SELL, 1)
                        .minusOrder(Side.SELL, 3);

        assertThat(exposure).isEqualTo(new Exposure(2, 7, 0));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Exposure(0, 3, 0).minusOrder(Side.BUY, 4))
                .hasMessageContaining("leaves");
        assertThatThrownBy(() -> new Exposure(0, 0, -1)).hasMessageContaining("leaves");
        assertThatThrownBy(() -> Exposure.NONE.plusOrder(Side.BUY, -1))
                .hasMessageContaining("lots");
        assertThatThrownBy(() -> Exposure.NONE.margin(-1, 0)).hasMessageContaining("per lot");
        assertThatThrownBy(() -> new Exposure(1L << 61, 0, 0)).hasMessageContaining("2^61");
        assertThatThrownBy(
                        () ->
                                new Exposure(0, (1L << 61) - 1, 0)
                                        .plusOrder(Side.BUY, (1L << 61) - 1))
                .hasMessageContaining("2^61");
    }

    @Test
    void locksTheLossOfMarketableLimits() {
        assertThat(LockedLoss.of(Side.BUY, 260, 250, 4, 3)).isEqualTo(120);
        assertThat(LockedLoss.of(Side.BUY, 251, 250, 4, 3)).isEqualTo(12);
        assertThat(LockedLoss.of(Side.BUY, 250, 250, 4, 3)).isZero();
        assertThat(LockedLoss.of(Side.BUY, 240, 250, 4, 3)).isZero();
        assertThat(LockedLoss.of(Side.SELL, 240, 250, 4, 3)).isEqualTo(120);
        assertThat(LockedLoss.of(Side.SELL, 260, 250, 4, 3)).isZero();
    }

    @Test
    void countsPaymentInFull() {
        BigInteger openBuys = PaymentInFull.ofBuy(260, 4, 3).add(PaymentInFull.ofBuy(100, 1, 3));

        assertThat(openBuys).isEqualTo(3420);
        assertThat(PaymentInFull.requirement(10, 250, 3, openBuys)).isEqualTo(7500 + 3420);
        assertThat(PaymentInFull.requirement(-10, 250, 3, BigInteger.ZERO)).isZero();
    }

    @Test
    void paysTheMoveOfTheMark() {
        assertThat(VariationMargin.of(10, 250, 240, 3)).isEqualTo(-300);
        assertThat(VariationMargin.of(-10, 250, 240, 3)).isEqualTo(300);
        assertThat(VariationMargin.of(10, 250, 250, 3)).isZero();
    }
}
