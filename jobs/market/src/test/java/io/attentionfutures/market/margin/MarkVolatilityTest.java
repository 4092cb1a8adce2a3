package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MarkVolatilityTest {
    private final MarkVolatility rule = new MarkVolatility(0.94);

    @Test
    void followsTheReturns() {
        double volatility = rule.next(0.04, 10_000, 10_200);
        assertThat(volatility).isCloseTo(0.039090, within(5e-7));
        volatility = rule.next(volatility, 10_000, 9_500);
        assertThat(volatility).isCloseTo(0.039829, within(5e-7));
        volatility = rule.next(volatility, 10_000, 11_000);
        assertThat(volatility).isCloseTo(0.045729, within(5e-7));
        volatility = rule.next(volatility, 10_000, 9_700);
        assertThat(volatility).isCloseTo(0.044941, within(5e-7));
    }

    @Test
    void fadesWhileTheMarkStandsStill() {
        assertThat(rule.next(0.04, 250, 250)).isCloseTo(0.04 * Math.sqrt(0.94), within(1e-15));
        assertThat(rule.next(0, 250, 250)).isZero();
    }

    @Test
    void takesReturnsFromZeroRelativeToOneTick() {
        assertThat(rule.next(0.04, 0, 7)).isEqualTo(rule.next(0.04, 1, 8));
        assertThat(rule.next(0.04, 0, 0)).isEqualTo(rule.next(0.04, 250, 250));
        assertThat(new MarkVolatility(0).next(0.04, 250, 0)).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoVolatilityOrMark() {
        assertThatThrownBy(() -> rule.next(Double.NaN, 1, 1)).hasMessageContaining("volatility");
        assertThatThrownBy(() -> rule.next(-0.1, 1, 1)).hasMessageContaining("volatility");
        assertThatThrownBy(() -> rule.next(0.1, -1, 1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> rule.next(0.1, 1, -1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> new MarkVolatility(1.01)).hasMessageContaining("lambda");
        assertThatThrownBy(() -> new MarkVolatility(Double.NaN)).hasMessageContaining("lambda");
    }
}
