package io.attentionfutures.market.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhysicalMatchProperties {
    @Property
    void restsAddUpToZeroAndNoLotIsLost(
            @ForAll("balanced") List<Holding> holdings, @ForAll AllocationProfile profile) {
        PhysicalMatch match = PhysicalMatch.of(holdings, profile);

        assertThat(sum(match.rests().values())).isZero();
        Map<String, Long> bought = byAccount(match, Allocation::consumer);
        Map<String, Long> sold = byAccount(match, Allocation::provider);
        assertThat(match.rests()).hasSize(holdings.size());
        for (Holding holding : holdings) {
            String name = holding.account();
            long delivered = bought.getOrDefault(name, 0L) - sold.getOrDefault(name, 0L);
            assertThat(match.rests().get(name)).isEqualTo(holding.lots() - delivered);
        }
    }

    @Property
    void theSmallerSideIsMatchedInFullAndNobodyGetsMoreThanItCan(
            @ForAll("balanced") List<Holding> holdings, @ForAll AllocationProfile profile) {
        PhysicalMatch match = PhysicalMatch.of(holdings, profile);
        Map<String, Long> bought = byAccount(match, Allocation::consumer);
        Map<String, Long> sold = byAccount(match, Allocation::provider);
        long wanted = 0;
        long offered = 0;
        for (Holding holding : holdings) {
            long most = Math.min(Math.abs(holding.lots()), holding.deliverableLots());
            boolean takes = holding.role() == Role.CONSUMER && holding.lots() > 0;
            boolean makes = holding.role() == Role.PROVIDER && holding.lots() < 0;
            wanted += takes ? most : 0;
            offered += makes ? most : 0;
            assertThat(bought.getOrDefault(holding.account(), 0L)).isBetween(0L, takes ? most : 0L);
            assertThat(sold.getOrDefault(holding.account(), 0L)).isBetween(0L, makes ? most : 0L);
        }
        assertThat(sum(bought.values())).isEqualTo(Math.min(wanted, offered));
    }

    @Property
    void pairsLikeTwoRowsOfSingleLots(
            @ForAll("balanced") List<Holding> holdings, @ForAll AllocationProfile profile) {
        PhysicalMatch match = PhysicalMatch.of(holdings, profile);
        List<String> takers = singleLots(byAccount(match, Allocation::consumer));
        List<String> makers = singleLots(byAccount(match, Allocation::provider));
        TreeMap<String, Long> expected = new TreeMap<>();
        for (int lot = 0; lot < takers.size(); lot++) {
            expected.merge(takers.get(lot) + " " + makers.get(lot), 1L, Long::sum);
        }

        TreeMap<String, Long> actual = new TreeMap<>();
        for (Allocation each : match.allocations()) {
            assertThat(actual.put(each.consumer() + " " + each.provider(), each.lots())).isNull();
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(new ArrayList<>(actual.values()))
                .isEqualTo(match.allocations().stream().map(Allocation::lots).toList());
    }

    @Property
    void proRataStaysWithinOneLotOfTheExactShare(@ForAll("balanced") List<Holding> holdings) {
        PhysicalMatch match = PhysicalMatch.of(holdings, AllocationProfile.PRO_RATA);
        long matched = match.allocations().stream().mapToLong(Allocation::lots).sum();
        long wanted = holdings.stream().mapToLong(Holding::wantedLots).sum();
        Map<String, Long> bought = byAccount(match, Allocation::consumer);
        for (Holding holding : holdings) {
            long given = bought.getOrDefault(holding.account(), 0L);
            assertThat(Math.abs(given * wanted - matched * holding.wantedLots()))
                    .isLessThan(Math.max(1, wanted));
        }
    }

    @Property
    void theOrderOfHoldingsDoesNotMatter(
            @ForAll("balanced") List<Holding> holdings,
            @ForAll AllocationProfile profile,
            @ForAll long seed) {
        List<Holding> shuffled = new ArrayList<>(holdings);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(PhysicalMatch.of(shuffled, profile))
                .isEqualTo(PhysicalMatch.of(holdings, profile));
    }

    /** Holdings whose positions add up to 0, as a contract's do. */
    @Provide
    static Arbitrary<List<Holding>> balanced() {
        Arbitrary<Long> lots =
                Arbitraries.oneOf(
                        Arbitraries.longs().between(-3, 3), Arbitraries.longs().between(-90, 90));
        Arbitrary<Long> deliverable =
                Arbitraries.oneOf(
                        Arbitraries.just(1L << 40),
                        Arbitraries.just(0L),
                        Arbitraries.longs().between(0, 60));
        return Combinators.combine(
                        Arbitraries.of(Role.PROVIDER, Role.CONSUMER, Role.INVESTOR),
                        lots,
                        deliverable,
                        Arbitraries.integers().between(1, 4))
                .as((role, position, most, weight) -> new Holding("", role, position, most, weight))
                .list()
                .ofMaxSize(9)
                .map(PhysicalMatchProperties::balance);
    }

    private static List<Holding> balance(List<Holding> unnamed) {
        List<Holding> holdings = new ArrayList<>();
        long sum = 0;
        for (Holding each : unnamed) {
            String name = "account" + (holdings.size() * 7 % 10);
            holdings.add(
                    new Holding(
                            name, each.role(), each.lots(), each.deliverableLots(), each.weight()));
            sum += each.lots();
        }
        holdings.add(new Holding("balance", Role.INVESTOR, -sum, 0, 1));
        return holdings;
    }

    private static Map<String, Long> byAccount(
            PhysicalMatch match, Function<Allocation, String> account) {
        Map<String, Long> lots = new TreeMap<>();
        for (Allocation each : match.allocations()) {
            lots.merge(account.apply(each), each.lots(), Long::sum);
        }
        return lots;
    }

    private static List<String> singleLots(Map<String, Long> lots) {
        List<String> names = new ArrayList<>();
        lots.forEach((name, many) -> names.addAll(Collections.nCopies(many.intValue(), name)));
        return names;
    }

    private static long sum(Iterable<Long> lots) {
        long sum = 0;
        for (long each : lots) {
            sum += each;
        }
        return sum;
    }
}
