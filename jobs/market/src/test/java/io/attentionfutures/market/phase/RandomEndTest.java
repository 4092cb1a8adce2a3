package io.attentionfutures.market.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomEndTest {
    private static final long CALL = 1_795_356_000_000L;
    private static final long MINUTE = 60_000;

    /** From the same definition in another language. */
    @ParameterizedTest
    @CsvSource({
        "0, H100.EUW1, 0, 1000, 641",
        "42, H100.EUW1, 1795356000000, 5000, 626",
        "42, A100.EUW1, 1795356000000, 5000, 1413",
        "-7, Z\u00fcrich.EUW1, 1795356060000, 60000, 33836",
    })
    void isTheSameOnEveryMachine(long seed, String market, long call, long bound, long delay) {
        assertThat(RandomEnd.delayMillis(seed, market, call, bound)).isEqualTo(delay);
    }

    @Test
    void isUniformOverCalls() {
        assertUniform(i -> RandomEnd.delayMillis(42, "H100.EUW1", CALL + i * MINUTE, 100));
    }

    @Test
    void isUniformOverMarkets() {
        assertUniform(i -> RandomEnd.delayMillis(42, "M" + i, CALL, 100));
    }

    @Test
    void isUniformOverSeeds() {
        assertUniform(i -> RandomEnd.delayMillis(i, "H100.EUW1", CALL, 100));
    }

    @Test
    void tellsNothingOfTheNextCall() {
        double sum = 0;
        int calls = 100_000;
        for (int i = 0; i < calls; i++) {
            sum += centred(i) * centred(i + 1);
        }
        double variance = 1 / 12.0;
        assertThat(sum / calls / variance).isCloseTo(0, within(4 / Math.sqrt(calls)));
    }

    @Test
    void hasABound() {
        assertThat(RandomEnd.delayMillis(42, "H100.EUW1", CALL, 0)).isZero();
        assertThat(RandomEnd.delayMillis(42, "H100.EUW1", CALL, 1)).isZero();
        long largest = (1L << 40) - 1;
        for (int i = 0; i < 1000; i++) {
            assertThat(RandomEnd.delayMillis(i, "H100.EUW1", CALL, largest))
                    .isBetween(0L, largest - 1);
        }
        assertThatThrownBy(() -> RandomEnd.delayMillis(42, "H100.EUW1", CALL, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private interface Delay {
        long of(long index);
    }

    /** Chi-square with 99 degrees of freedom: beyond 149 once in a thousand, below 60 as rarely. */
    private static void assertUniform(Delay delay) {
        int draws = 100_000;
        int[] counts = new int[100];
        for (int i = 0; i < draws; i++) {
            counts[(int) delay.of(i)]++;
        }
        double chiSquare = 0;
        double expected = draws / 100.0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).isBetween(60.0, 149.0);
    }

    private static double centred(int call) {
        return RandomEnd.delayMillis(7, "H100.EUW1", CALL + call * MINUTE, 1 << 30)
                        / (double) (1 << 30)
                - 0.5;
    }
}
