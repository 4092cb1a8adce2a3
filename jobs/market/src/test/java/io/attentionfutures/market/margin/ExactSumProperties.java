package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** {@link ExactSum} against sums of {@link BigInteger}. */
class ExactSumProperties {
    @Provide
    Arbitrary<Long> factor() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(-1000, 1000),
                Arbitraries.longs().between(-(1L << 32), 1L << 32),
                Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, 0L, -1L));
    }

    @Provide
    Arbitrary<List<List<Long>>> factors() {
        return factor().list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(8);
    }

    private static BigInteger product(List<Long> factors) {
        return factors.stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private static void add(ExactSum sum, List<Long> factors) {
        switch (factors.size()) {
            case 1:
                sum.add(factors.get(0));
                break;
            case 2:
                sum.addProduct(factors.get(0), factors.get(1));
                break;
            default:
                sum.addProduct(factors.get(0), factors.get(1), factors.get(2));
        }
    }

    @Property
    void sumsOfProductsAreExact(@ForAll("factors") List<List<Long>> products) {
        ExactSum sum = new ExactSum();
        BigInteger expected = BigInteger.ZERO;
        for (List<Long> factors : products) {
            add(sum, factors);
            expected = expected.add(product(factors));
            assertThat(sum.toBigInteger()).isEqualTo(expected);
            assertThat(sum.signum()).isEqualTo(expected.signum());
        }
    }

    @Property
    void whatIsAddedCanBeTakenAway(
            @ForAll("factors") List<List<Long>> left, @ForAll("factors") List<List<Long>> right) {
        ExactSum a = sum(left);
        ExactSum b = sum(right);
        BigInteger before = a.toBigInteger();
        BigInteger other = b.toBigInteger();
        a.add(b);
        assertThat(a.toBigInteger()).isEqualTo(before.add(other));
        a.subtract(b);
        assertThat(a.toBigInteger()).isEqualTo(before);
        a.subtract(b);
        assertThat(a.toBigInteger()).isEqualTo(before.subtract(other));
    }

    @Property
    void comparesAsItsValue(
            @ForAll("factors") List<List<Long>> products,
            @ForAll("factors") List<List<Long>> other) {
        ExactSum sum = sum(products);
        BigInteger value = sum(other).toBigInteger();
        assertThat(sum.exceeds(value)).isEqualTo(sum.toBigInteger().compareTo(value) > 0);
        assertThat(sum.exceeds(sum.toBigInteger())).isFalse();
        assertThat(sum.exceeds(sum.toBigInteger().subtract(BigInteger.ONE))).isTrue();
    }

    @Property
    void addsTheLargerOfTwoProducts(
            @ForAll("factor") long a,
            @ForAll("factor") long b,
            @ForAll("factor") long c,
            @ForAll("factor") long d) {
        long[] positive = {a & Long.MAX_VALUE, b & Long.MAX_VALUE, c & Long.MAX_VALUE, d >>> 1};
        ExactSum sum = new ExactSum();
        sum.addLargerProduct(positive[0], positive[1], positive[2], positive[3]);
        assertThat(sum.toBigInteger())
                .isEqualTo(
                        Money.times(positive[0], positive[1])
                                .max(Money.times(positive[2], positive[3])));
    }

    @Property
    void takesOverAnotherValue(
            @ForAll("factors") List<List<Long>> left, @ForAll("factors") List<List<Long>> right) {
        ExactSum a = sum(left);
        ExactSum b = sum(right);
        a.set(b);
        assertThat(a.toBigInteger()).isEqualTo(b.toBigInteger());
        a.set(b.toBigInteger());
        assertThat(a).hasToString(b.toBigInteger().toString());
        a.clear();
        assertThat(a.signum()).isZero();
    }

    private static ExactSum sum(List<List<Long>> products) {
        ExactSum sum = new ExactSum();
        products.forEach(factors -> add(sum, factors));
        return sum;
    }
}
