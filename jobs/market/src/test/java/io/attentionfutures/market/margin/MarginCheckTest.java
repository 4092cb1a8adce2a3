package io.attentionfutures.market.margin;

import static io.attentionfutures.market.margin.AccountStatus.LIQUIDATING;
import static io.attentionfutures.market.margin.AccountStatus.MARGIN_CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginCheckTest {
    private static final long GRACE = 100;

    private final MarginCheck called = new MarginCheck(MARGIN_CALL, 1100);
    private final MarginCheck liquidating = new MarginCheck(LIQUIDATING, 0);

    @Test
    void staysNormalWhileCashCovers() {
        assertThat(check(MarginCheck.NORMAL, 50, 50, 1000)).isEqualTo(MarginCheck.NORMAL);
    }

    @Test
    void callsAnAccountThatFallsBelow() {
        assertThat(check(MarginCheck.NORMAL, 49, 50, 1000)).isEqualTo(called);
    }

    @Test
    void keepsTheDeadlineOfAnOpenCall() {
        assertThat(check(called, 20, 50, 1099)).isEqualTo(called);
    }

    @Test
    void endsTheCallWhenCashIsRestoredEvenLate() {
        assertThat(check(called, 50, 50, 1099)).isEqualTo(MarginCheck.NORMAL);
        assertThat(check(called, 50, 50, 2000)).isEqualTo(MarginCheck.NORMAL);
    }

    @Test
    void liquidatesFromTheDeadlineOn() {
        assertThat(check(called, 49, 50, 1100)).isEqualTo(liquidating);
        assertThat(check(called, 49, 50, 5000)).isEqualTo(liquidating);
    }

    @Test
    void startsANewDeadlineAfterARestoredCall() {
        MarginCheck restored = check(called, 50, 50, 1050);

        assertThat(check(restored, 49, 50, 1060)).isEqualTo(new MarginCheck(MARGIN_CALL, 1160));
    }

    @Test
    void liquidatesNegativeCashAtOnce() {
        assertThat(check(MarginCheck.NORMAL, -1, 50, 1000)).isEqualTo(liquidating);
        assertThat(check(called, -1, 50, 1001)).isEqualTo(liquidating);
        assertThat(check(called, 0, 50, 1001)).isEqualTo(called);
    }

    @Test
    void liquidatesUntilFlat() {
        assertThat(check(liquidating, 1000, 50, 2000)).isEqualTo(liquidating);
        assertThat(flat(liquidating, 1000, 0)).isEqualTo(MarginCheck.NORMAL);
        assertThat(flat(liquidating, 0, 0)).isEqualTo(MarginCheck.NORMAL);
    }

    @Test
    void keepsLiquidatingWhileAShortfallIsOpen() {
        assertThat(flat(liquidating, -1, 0)).isEqualTo(liquidating);
        assertThat(flat(MarginCheck.NORMAL, -1, 0)).isEqualTo(liquidating);
    }

    @Test
    void callsAgainWhenOrdersAreLeftUncoveredAfterLiquidation() {
        assertThat(flat(liquidating, 10, 50)).isEqualTo(new MarginCheck(MARGIN_CALL, 2100));
    }

    @ParameterizedTest
    @CsvSource({"NORMAL, 0", "MARGIN_CALL, 1100", "LIQUIDATING, 0"})
    void saysTheSameWhenAskedTwice(AccountStatus status, long deadline) {
        for (long cash = -1; cash <= 51; cash++) {
            MarginCheck once = check(new MarginCheck(status, deadline), cash, 50, 1050);
            assertThat(check(once, cash, 50, 1050)).isEqualTo(once);
        }
    }

    @Test
    void refusesADeadlineWithoutACall() {
        assertThatThrownBy(() -> new MarginCheck(LIQUIDATING, 5)).hasMessageContaining("deadline");
        assertThatThrownBy(
                        () -> MarginCheck.NORMAL.next(BigInteger.ONE, BigInteger.ONE, false, 0, -1))
                .hasMessageContaining("grace");
    }

    private static MarginCheck check(MarginCheck from, long cash, long maintenance, long now) {
        return from.next(
                BigInteger.valueOf(cash), BigInteger.valueOf(maintenance), false, now, GRACE);
    }

    private static MarginCheck flat(MarginCheck from, long cash, long maintenance) {
        return from.next(
                BigInteger.valueOf(cash), BigInteger.valueOf(maintenance), true, 2000, GRACE);
    }
}
