package io.attentionfutures.market.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.AllocationProfile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationingTest {
    @ParameterizedTest
    @CsvSource({
        "PRICE_TIME, 100 0 0 0",
        "PRO_RATA, 58 34 5 3",
        "MAX_MIN, 42 41 10 7",
    })
    void sharesAHundredLots(AllocationProfile profile, String expected) {
        long[] given = share(profile, 100, lots("120 70 10 7"), 1, 1, 1, 1);

        assertThat(given).containsExactly(lots(expected));
    }

    @Test
    void weighsAccountsInMaxMin() {
        assertThat(share(AllocationProfile.MAX_MIN, 30, lots("50 50 5"), 2, 1, 1))
                .containsExactly(17, 8, 5);
    }

    @Test
    void givesSeveralSingleLotsToAHeavyAccount() {
        long[] given = share(AllocationProfile.MAX_MIN, 4, lots("9 9 9 9"), 100, 1, 1, 1);

        assertThat(given).containsExactly(4, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"PRICE_TIME", "PRO_RATA", "MAX_MIN"})
    void staysExactWithTheLargestQuantities(AllocationProfile profile) {
        long most = 1L << 31;
        long[] wanted = new long[1000];
        int[] weights = new int[wanted.length];
        Arrays.fill(wanted, most);
        Arrays.fill(weights, Integer.MAX_VALUE);
        long need = most * 500 + 7;

        long[] given = Rationing.share(profile, need, wanted, weights);

        assertThat(Arrays.stream(given).sum()).isEqualTo(need);
        if (profile != AllocationProfile.PRICE_TIME) {
            assertThat(given[6]).isEqualTo(most / 2 + 1);
            assertThat(given[7]).isEqualTo(most / 2);
        }
    }

    @Test
    void refusesToShareMoreThanIsWanted() {
        assertThatThrownBy(() -> share(AllocationProfile.PRO_RATA, 4, lots("1 2"), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need must be 0 to 3 lots, was 4");
    }

    @Test
    void givesNothingWhereNothingIsNeeded() {
        for (AllocationProfile profile : AllocationProfile.values()) {
            assertThat(share(profile, 0, lots("5 3"), 1, 1)).containsExactly(0, 0);
            assertThat(share(profile, 0, new long[0])).isEmpty();
        }
    }

    private static long[] share(
            AllocationProfile profile, long need, long[] wanted, int... weights) {
        return Rationing.share(profile, need, wanted, weights);
    }

    private static long[] lots(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
