package io.attentionfutures.market.auction;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.AllocationProfile;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class RationingProperties {
    /** Claims and how many lots there are to share. */
    record Shortage(long need, long[] wanted, int[] weights) {}

    @Property
    void everyLotGoesToSomebodyWhoWantsIt(
            @ForAll AllocationProfile profile, @ForAll("shortages") Shortage shortage) {
        long[] given = share(profile, shortage);

        assertThat(Arrays.stream(given).sum()).isEqualTo(shortage.need);
        for (int i = 0; i < given.length; i++) {
            assertThat(given[i]).isBetween(0L, shortage.wanted[i]);
        }
    }

    @Property
    void waterFillingEqualsOneLotAtATime(@ForAll("shortages") Shortage shortage) {
        assertThat(share(AllocationProfile.MAX_MIN, shortage))
                .containsExactly(oneLotAtATime(shortage));
    }

    @Property
    void noLotMovedToAPoorerAccountImprovesTheMinimum(@ForAll("shortages") Shortage shortage) {
        long[] given = share(AllocationProfile.MAX_MIN, shortage);

        for (int rich = 0; rich < given.length; rich++) {
            for (int poor = 0; poor < given.length; poor++) {
                if (rich != poor && given[rich] > 0 && given[poor] < shortage.wanted[poor]) {
                    // The poorer one would end above where the richer one is now, or level with it.
                    assertThat((given[poor] + 1) * shortage.weights[rich])
                            .isGreaterThanOrEqualTo(given[rich] * shortage.weights[poor]);
                }
            }
        }
    }

    @Property
    void oneLotMoreTakesNothingAway(@ForAll("shortages") Shortage shortage) {
        if (shortage.need == Arrays.stream(shortage.wanted).sum()) {
            return;
        }
        for (AllocationProfile profile :
                List.of(AllocationProfile.MAX_MIN, AllocationProfile.PRICE_TIME)) {
            long[] less = share(profile, shortage);
            long[] more =
                    Rationing.share(profile, shortage.need + 1, shortage.wanted, shortage.weights);
            for (int i = 0; i < less.length; i++) {
                assertThat(more[i]).isGreaterThanOrEqualTo(less[i]);
            }
        }
    }

    @Property
    void proRataStaysWithinOneLotOfTheExactShare(@ForAll("shortages") Shortage shortage) {
        long[] given = share(AllocationProfile.PRO_RATA, shortage);
        double total = Arrays.stream(shortage.wanted).sum();

        for (int i = 0; i < given.length; i++) {
            double exact = total == 0 ? 0 : shortage.need * (shortage.wanted[i] / total);
            assertThat(Math.abs(given[i] - exact)).isLessThan(1);
        }
    }

    @Property
    void priceTimeFillsAtMostOneClaimInPart(@ForAll("shortages") Shortage shortage) {
        long[] given = share(AllocationProfile.PRICE_TIME, shortage);
        int partial = 0;
        for (int i = 0; i < given.length; i++) {
            partial += given[i] > 0 && given[i] < shortage.wanted[i] ? 1 : 0;
        }
        assertThat(partial).isLessThanOrEqualTo(1);
    }

    @Provide
    static Arbitrary<Shortage> shortages() {
        Arbitrary<Long> lots =
                Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 8), Arbitraries.longs().between(0, 300));
        Arbitrary<Integer> weight =
                Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(1, 4)),
                        Tuple.of(1, Arbitraries.integers().between(1, 100)));
        return Arbitraries.integers()
                .between(1, 9)
                .flatMap(
                        n ->
                                Combinators.combine(
                                                lots.array(long[].class).ofSize(n),
                                                weight.array(int[].class).ofSize(n),
                                                Arbitraries.doubles().between(0, 1))
                                        .as(
                                                (wanted, weights, part) ->
                                                        new Shortage(
                                                                Math.round(
                                                                        part
                                                                                * Arrays.stream(
                                                                                                wanted)
                                                                                        .sum()),
                                                                wanted,
                                                                weights)));
    }

    private static long[] share(AllocationProfile profile, Shortage shortage) {
        return Rationing.share(profile, shortage.need, shortage.wanted, shortage.weights);
    }

    private static long[] oneLotAtATime(Shortage shortage) {
        long[] given = new long[shortage.wanted.length];
        for (long left = shortage.need; left > 0; left--) {
            int next = -1;
            for (int i = 0; i < given.length; i++) {
                boolean thirsty = given[i] < shortage.wanted[i];
                if (thirsty
                        && (next < 0
                                || (given[i] + 1) * shortage.weights[next]
                                        < (given[next] + 1) * shortage.weights[i])) {
                    next = i;
                }
            }
            given[next]++;
        }
        return given;
    }
}
