package io.attentionfutures.market.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PhysicalMatchTest {
    private static final long ALL = Long.MAX_VALUE;

    @Test
    void pairsByName() {
        PhysicalMatch match =
                match(
                        AllocationProfile.PRO_RATA,
                        provider("south", -30),
                        consumer("lab", 25),
                        provider("north", -20),
                        consumer("film", 25));

        assertThat(match.allocations())
                .containsExactly(
                        new Allocation("film", "north", 20),
                        new Allocation("film", "south", 5),
                        new Allocation("lab", "south", 25));
        assertThat(match.rests())
                .isEqualTo(Map.of("film", 0L, "lab", 0L, "north", 0L, "south", 0L));
    }

    @Test
    void rationsConsumersProRata() {
        PhysicalMatch match =
                match(
                        AllocationProfile.PRO_RATA,
                        consumer("a", 120),
                        consumer("b", 70),
                        consumer("c", 10),
                        consumer("d", 7),
                        provider("p", -100),
                        investor("i", -107));

        assertThat(match.allocations())
                .extracting(Allocation::lots)
                .containsExactly(58L, 34L, 5L, 3L);
        assertThat(match.rests())
                .isEqualTo(Map.of("a", 62L, "b", 36L, "c", 5L, "d", 4L, "i", -107L, "p", 0L));
    }

    @Test
    void rationsProvidersMaxMin() {
        PhysicalMatch match =
                match(
                        AllocationProfile.MAX_MIN,
                        provider("a", -120),
                        provider("b", -70),
                        provider("c", -10),
                        provider("d", -7),
                        consumer("x", 100),
                        investor("i", 107));

        assertThat(match.allocations())
                .extracting(Allocation::lots)
                .containsExactly(42L, 41L, 10L, 7L);
        assertThat(match.rests()).containsEntry("a", -78L).containsEntry("b", -29L);
    }

    @Test
    void weighsAccountsInMaxMin() {
        PhysicalMatch match =
                match(
                        AllocationProfile.MAX_MIN,
                        new Holding("a", Role.CONSUMER, 50, ALL, 2),
                        consumer("b", 50),
                        consumer("c", 5),
                        provider("p", -30));

        assertThat(match.allocations()).extracting(Allocation::lots).containsExactly(17L, 8L, 5L);
    }

    @Test
    void deliversOnlyWhatIsPaidForAndBacked() {
        PhysicalMatch match =
                match(
                        AllocationProfile.PRO_RATA,
                        new Holding("lab", Role.CONSUMER, 30, 12, 1),
                        new Holding("poor", Role.CONSUMER, 10, 0, 1),
                        new Holding("site", Role.PROVIDER, -40, 11, 1));

        assertThat(match.allocations()).containsExactly(new Allocation("lab", "site", 11));
        assertThat(match.rests()).isEqualTo(Map.of("lab", 19L, "poor", 10L, "site", -29L));
    }

    @Test
    void settlesEverybodyElseInCash() {
        PhysicalMatch match =
                match(
                        AllocationProfile.PRO_RATA,
                        consumer("resold", -5),
                        provider("bought-back", 8),
                        investor("fund", -3),
                        consumer("flat", 0));

        assertThat(match.allocations()).isEmpty();
        assertThat(match.rests())
                .isEqualTo(Map.of("resold", -5L, "bought-back", 8L, "fund", -3L, "flat", 0L));
    }

    @Test
    void doesWithOneSideOrNobody() {
        assertThat(match(AllocationProfile.MAX_MIN, consumer("a", 5), investor("i", -5)))
                .isEqualTo(new PhysicalMatch(List.of(), sorted(Map.of("a", 5L, "i", -5L))));
        assertThat(match(AllocationProfile.MAX_MIN).rests()).isEmpty();
    }

    @Test
    void refusesTwoHoldingsOfAnAccount() {
        assertThatThrownBy(
                        () -> match(AllocationProfile.MAX_MIN, consumer("a", 1), consumer("a", 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("account a has two holdings");
    }

    private static TreeMap<String, Long> sorted(Map<String, Long> rests) {
        return new TreeMap<>(rests);
    }

    private static PhysicalMatch match(AllocationProfile profile, Holding... holdings) {
        return PhysicalMatch.of(List.of(holdings), profile);
    }

    private static Holding consumer(String name, long lots) {
        return new Holding(name, Role.CONSUMER, lots, ALL, 1);
    }

    private static Holding provider(String name, long lots) {
        return new Holding(name, Role.PROVIDER, lots, ALL, 1);
    }

    private static Holding investor(String name, long lots) {
        return new Holding(name, Role.INVESTOR, lots, ALL, 1);
    }
}
