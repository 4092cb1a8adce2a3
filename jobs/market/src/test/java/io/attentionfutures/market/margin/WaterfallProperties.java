package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WaterfallProperties {
    @Property
    void paysExactlyTheShortfallAndTakesNoMoreThanThereIs(
            @ForAll("amounts") BigInteger shortfall,
            @ForAll("amounts") BigInteger fund,
            @ForAll("cash") Map<String, BigInteger> cash) {
        Waterfall waterfall = Waterfall.cover(shortfall, fund, cash);

        assertThat(waterfall.fundTaken().add(sum(waterfall.haircuts())).add(waterfall.uncovered()))
                .isEqualTo(shortfall);
        assertThat(waterfall.fundTaken()).isBetween(BigInteger.ZERO, fund);
        waterfall
                .haircuts()
                .forEach((name, cut) -> assertThat(cut).isBetween(BigInteger.ONE, cash.get(name)));
        if (waterfall.fundTaken().compareTo(fund) < 0) {
            assertThat(waterfall.haircuts()).isEmpty();
        }
        assertThat(waterfall.uncovered()).isNotNegative();
        if (waterfall.uncovered().signum() > 0) {
            assertThat(waterfall.haircuts()).isEqualTo(positive(cash));
        }
    }

    @Property
    void isTheSameInAnyOrderOfAccounts(
            @ForAll("amounts") BigInteger shortfall,
            @ForAll("cash") Map<String, BigInteger> cash,
            @ForAll Random random) {
        List<Map.Entry<String, BigInteger>> shuffled = new ArrayList<>(cash.entrySet());
        Collections.shuffle(shuffled, random);
        Map<String, BigInteger> other = new LinkedHashMap<>();
        shuffled.forEach(entry -> other.put(entry.getKey(), entry.getValue()));

        assertThat(Waterfall.cover(shortfall, BigInteger.ZERO, other))
                .isEqualTo(Waterfall.cover(shortfall, BigInteger.ZERO, cash));
    }

    @Property
    void staysWithinOneUnitOfTheExactShareAndNeverCutsTheRicherLess(
            @ForAll("amounts") BigInteger shortfall, @ForAll("cash") Map<String, BigInteger> cash) {
        Waterfall waterfall = Waterfall.cover(shortfall, BigInteger.ZERO, cash);
        BigInteger total = sum(positive(cash));
        BigInteger cut = shortfall.min(total);

        positive(cash)
                .forEach(
                        (name, own) -> {
                            BigInteger distance =
                                    cut(waterfall, name)
                                            .multiply(total)
                                            .subtract(own.multiply(cut));
                            assertThat(distance.abs()).isLessThan(total);
                            positive(cash)
                                    .forEach(
                                            (other, less) -> {
                                                if (less.compareTo(own) < 0) {
                                                    assertThat(cut(waterfall, name))
                                                            .isGreaterThanOrEqualTo(
                                                                    cut(waterfall, other));
                                                }
                                            });
                        });
    }

    /** Hands the units out one by one, each to whoever is furthest below its exact share. */
    @Property
    void equalsHandingOutTheLastUnitsOneByOne(
            @ForAll("amounts") BigInteger shortfall, @ForAll("cash") Map<String, BigInteger> cash) {
        Map<String, BigInteger> payers = positive(cash);
        BigInteger total = sum(payers);
        BigInteger cut = shortfall.min(total);
        Map<String, BigInteger> expected = new LinkedHashMap<>();
        payers.forEach(
                (name, own) ->
                        expected.put(
                                name,
                                total.signum() == 0
                                        ? BigInteger.ZERO
                                        : own.multiply(cut).divide(total)));
        while (sum(expected).compareTo(cut) < 0) {
            String next = null;
            BigInteger furthest = null;
            for (String name : expected.keySet().stream().sorted().toList()) {
                BigInteger missing =
                        payers.get(name).multiply(cut).subtract(expected.get(name).multiply(total));
                if (furthest == null || missing.compareTo(furthest) > 0) {
                    next = name;
                    furthest = missing;
                }
            }
            expected.merge(next, BigInteger.ONE, BigInteger::add);
        }
        expected.values().removeIf(share -> share.signum() == 0);

        assertThat(Waterfall.cover(shortfall, BigInteger.ZERO, cash).haircuts())
                .isEqualTo(expected);
    }

    @Provide
    static Arbitrary<BigInteger> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(60)),
                Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.ONE.shiftLeft(90)));
    }

    @Provide
    static Arbitrary<Map<String, BigInteger>> cash() {
        Arbitrary<BigInteger> own =
                Arbitraries.oneOf(
                        Arbitraries.bigIntegers()
                                .between(BigInteger.valueOf(-5), BigInteger.valueOf(20)),
                        Arbitraries.bigIntegers()
                                .between(BigInteger.ZERO, BigInteger.ONE.shiftLeft(90)));
        return Arbitraries.maps(Arbitraries.strings().alpha().ofLength(2), own).ofMaxSize(7);
    }

    private static BigInteger cut(Waterfall waterfall, String name) {
        return waterfall.haircuts().getOrDefault(name, BigInteger.ZERO);
    }

    private static Map<String, BigInteger> positive(Map<String, BigInteger> cash) {
        Map<String, BigInteger> positive = new LinkedHashMap<>(cash);
        positive.values().removeIf(own -> own.signum() <= 0);
        return positive;
    }

    private static BigInteger sum(Map<String, BigInteger> amounts) {
        return amounts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
