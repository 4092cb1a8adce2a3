package io.attentionfutures.market.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.settlement.DeliveryShortfall.Cut;
import io.attentionfutures.market.settlement.DeliveryShortfall.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class DeliveryShortfallProperties {
    @Property
    void moneyIsConserved(
            @ForAll("sold") List<Allocation> sold,
            @ForAll @LongRange(min = 0, max = 200) long delivered,
            @ForAll("terms") Terms terms) {
        DeliveryShortfall shortfall = DeliveryShortfall.of(sold, delivered, terms);

        BigInteger sum = shortfall.fundFlow();
        for (BigInteger flow : shortfall.accountFlows().values()) {
            sum = sum.add(flow);
        }
        assertThat(sum).isZero();
        assertThat(shortfall.fundFlow().signum()).isNotNegative();
        shortfall
                .accountFlows()
                .forEach(
                        (account, flow) ->
                                assertThat(flow.signum() > 0).isEqualTo(isPaid(account, flow)));
    }

    @Property
    void everyCutLotIsWorthTheDearestPrice(
            @ForAll("sold") List<Allocation> sold,
            @ForAll @LongRange(min = 0, max = 200) long delivered,
            @ForAll("terms") Terms terms) {
        long dearest =
                Math.max(
                        terms.settlementTicks(),
                        Math.max(terms.indexTicks(), terms.replacementTicks()));
        for (Cut cut : DeliveryShortfall.of(sold, delivered, terms).cuts()) {
            assertThat(cut.refund().longValueExact())
                    .isEqualTo(cut.lots() * terms.settlementTicks() * terms.tickValue());
            assertThat(cut.compensation().signum()).isNotNegative();
            assertThat(cut.refund().add(cut.compensation()).longValueExact())
                    .isEqualTo(cut.lots() * dearest * terms.tickValue());
        }
    }

    @Property
    void cutsTheMissingLotsByLargestRemainder(
            @ForAll("sold") List<Allocation> sold,
            @ForAll @LongRange(min = 0, max = 200) long delivered,
            @ForAll("terms") Terms terms) {
        DeliveryShortfall shortfall = DeliveryShortfall.of(sold, delivered, terms);
        long total = sold.stream().mapToLong(Allocation::lots).sum();

        assertThat(shortfall.missingLots()).isEqualTo(Math.max(0, total - delivered));
        Map<String, Long> cuts = new TreeMap<>();
        for (Cut cut : shortfall.cuts()) {
            cuts.put(cut.consumer(), cut.lots());
        }
        assertThat(cuts).isEqualTo(largestRemainder(sold, shortfall.missingLots(), total));
    }

    @Property
    void theOrderOfAllocationsDoesNotMatter(
            @ForAll("sold") List<Allocation> sold,
            @ForAll @LongRange(min = 0, max = 200) long delivered,
            @ForAll("terms") Terms terms,
            @ForAll long seed) {
        List<Allocation> shuffled = new ArrayList<>(sold);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(DeliveryShortfall.of(shuffled, delivered, terms))
                .isEqualTo(DeliveryShortfall.of(sold, delivered, terms));
    }

    @Property
    void deliveringMoreNeverCostsTheProviderMore(
            @ForAll("sold") List<Allocation> sold,
            @ForAll @LongRange(min = 0, max = 200) long delivered,
            @ForAll("terms") Terms terms) {
        BigInteger less = providerFlow(DeliveryShortfall.of(sold, delivered, terms));
        BigInteger more = providerFlow(DeliveryShortfall.of(sold, delivered + 1, terms));

        assertThat(more).isBetween(less, BigInteger.ZERO);
    }

    private static boolean isPaid(String account, BigInteger flow) {
        return !account.equals("site") && flow.signum() != 0;
    }

    private static BigInteger providerFlow(DeliveryShortfall shortfall) {
        return shortfall.accountFlows().getOrDefault("site", BigInteger.ZERO);
    }

    private static Map<String, Long> largestRemainder(
            List<Allocation> sold, long missing, long total) {
        Map<String, Long> cuts = new TreeMap<>();
        Map<String, Long> remainders = new TreeMap<>();
        long left = missing;
        for (Allocation each : sold) {
            cuts.put(each.consumer(), missing * each.lots() / total);
            remainders.put(each.consumer(), missing * each.lots() % total);
            left -= missing * each.lots() / total;
        }
        for (; left > 0; left--) {
            String next = null;
            for (String name : remainders.keySet()) {
                if (next == null || remainders.get(name) > remainders.get(next)) {
                    next = name;
                }
            }
            cuts.merge(next, 1L, Long::sum);
            remainders.put(next, -1L);
        }
        cuts.values().removeIf(lots -> lots == 0);
        return cuts;
    }

    @Provide
    static Arbitrary<List<Allocation>> sold() {
        return Arbitraries.longs()
                .between(1, 40)
                .list()
                .ofMaxSize(7)
                .map(
                        lots -> {
                            List<Allocation> sold = new ArrayList<>();
                            for (int i = 0; i < lots.size(); i++) {
                                String name = "consumer" + i * 3 % 7;
                                sold.add(new Allocation(name, "site", lots.get(i)));
                            }
                            return sold;
                        });
    }

    @Provide
    static Arbitrary<Terms> terms() {
        Arbitrary<Long> ticks = Arbitraries.longs().between(0, 1000);
        return Combinators.combine(
                        ticks,
                        ticks,
                        Arbitraries.longs().between(-1, 1000),
                        Arbitraries.integers().between(0, 20_000),
                        Arbitraries.longs().between(1, 999_999))
                .as(Terms::new);
    }
}
