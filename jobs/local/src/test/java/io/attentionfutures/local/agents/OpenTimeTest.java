package io.attentionfutures.local.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.phase.TradingHours;
import org.junit.jupiter.api.Test;

class OpenTimeTest {
    private static final long HOUR = 3_600_000;
    private static final TradingHours DAYTIME = new TradingHours(6 * 60, 20 * 60);

    @Test
    void aMarketThatNeverClosesIsAlwaysOpen() {
        OpenTime open = new OpenTime(TradingHours.ALWAYS, 10, 110);

        assertThat(open.millis()).isEqualTo(100);
        assertThat(open.after(99)).isEqualTo(109);
    }

    @Test
    void theNightDoesNotCount() {
        OpenTime open = new OpenTime(DAYTIME, 18 * HOUR, 31 * HOUR);

        assertThat(open.millis()).isEqualTo(3 * HOUR);
        assertThat(open.after(0)).isEqualTo(18 * HOUR);
        assertThat(open.after(2 * HOUR - 1)).isEqualTo(20 * HOUR - 1);
        assertThat(open.after(2 * HOUR)).isEqualTo(30 * HOUR);
        assertThat(open.after(3 * HOUR - 1)).isEqualTo(31 * HOUR - 1);
    }

    @Test
    void aSpanWithinTheNightHasNone() {
        assertThat(new OpenTime(DAYTIME, 21 * HOUR, 29 * HOUR).millis()).isZero();
    }
}
