package io.attentionfutures.market.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradedVolumeTest {
    @ParameterizedTest
    @CsvSource({
        "250, 1, 251, 1, 251",
        "250, 2, 251, 1, 250",
        "250, 1, 251, 2, 251",
        "7, 0, 9, 3, 9"
    })
    void roundsHalfATickUp(long price1, long lots1, long price2, long lots2, long average) {
        TradedVolume volume = TradedVolume.NONE.plus(price1, lots1).plus(price2, lots2);

        assertThat(volume.averageTicks()).isEqualTo(average);
    }

    @Test
    void staysExactBeyondALong() {
        long lots = Long.MAX_VALUE / 2;
        TradedVolume volume = TradedVolume.NONE.plus(1_000_000_000, lots).plus(999_999_999, lots);

        assertThat(volume.averageTicks()).isEqualTo(1_000_000_000);
        assertThatThrownBy(() -> volume.plus(1, lots)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void hasNoAverageOfNothing() {
        assertThat(TradedVolume.NONE.plus(250, 0)).isEqualTo(TradedVolume.NONE);
        assertThatThrownBy(TradedVolume.NONE::averageTicks)
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TradedVolume(BigInteger.ONE, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TradedVolume.NONE.plus(-1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
