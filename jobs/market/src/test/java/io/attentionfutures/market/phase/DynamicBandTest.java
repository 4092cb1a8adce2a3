package io.attentionfutures.market.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.auction.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicBandTest {
    private static final Band HARD = new Band(50, 1000);
    private static final DynamicBand BAND = new DynamicBand(5, 3, 0.01, 2);

    /** Reference 240: 3 * 0.01 * sqrt(minutes) * 240 = 7.2 * sqrt(minutes). */
    @ParameterizedTest
    @CsvSource({
        "0, 245, 255, 240, 260",
        "-1, 245, 255, 240, 260",
        "15000, 245, 255, 240, 260",
        "60000, 243, 257, 236, 264",
        "240000, 236, 264, 222, 278",
        "6000000, 178, 322, 106, 394",
    })
    void widensWithTheRootOfTimeAndInAnExtendedCall(
            long elapsed, long low, long high, long extendedLow, long extendedHigh) {
        assertThat(BAND.around(250, 240, elapsed, CallPhase.ENTRY, HARD))
                .isEqualTo(new Band(low, high));
        assertThat(BAND.around(250, 240, elapsed, CallPhase.FREEZE, HARD))
                .isEqualTo(new Band(low, high));
        assertThat(BAND.around(250, 240, elapsed, CallPhase.EXTENDED, HARD))
                .isEqualTo(new Band(extendedLow, extendedHigh));
    }

    @Test
    void staysBetweenFloorAndCap() {
        assertThat(BAND.around(52, 240, 60_000, CallPhase.ENTRY, HARD)).isEqualTo(new Band(50, 59));
        assertThat(BAND.around(998, 240, 60_000, CallPhase.ENTRY, HARD))
                .isEqualTo(new Band(991, 1000));
        assertThat(BAND.around(20, 240, 0, CallPhase.ENTRY, HARD)).isEqualTo(new Band(50, 55));
        assertThat(BAND.around(250, 1L << 30, Long.MAX_VALUE, CallPhase.ENTRY, HARD))
                .isEqualTo(HARD);
        assertThat(
                        new DynamicBand(Long.MAX_VALUE, 0, 0, 3)
                                .around(250, 240, 0, CallPhase.EXTENDED, HARD))
                .isEqualTo(HARD);
    }

    @Test
    void narrowsToThePriceWithoutWidth() {
        assertThat(new DynamicBand(0, 0, 0, 1).around(250, 240, 60_000, CallPhase.EXTENDED, HARD))
                .isEqualTo(new Band(250, 250));
    }

    @Test
    void refusesWhatIsNoWidth() {
        assertThatThrownBy(() -> new DynamicBand(-1, 3, 0.01, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DynamicBand(5, Double.NaN, 0.01, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DynamicBand(5, 3, -0.01, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DynamicBand(5, 3, 0.01, 0.99))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
