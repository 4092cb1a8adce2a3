package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What fills and moves of the mark do to cash less requirement. */
class FreeCollateralProperties {
    /** A fill of a part of the first order, at its limit or better. */
    record Filled(List<OpenOrder> before, List<OpenOrder> after, Side side, long lots, long price) {
        long position(long position) {
            return position + side.sign() * lots;
        }

        /** Settles the filled lots from the price they filled at to the mark. */
        BigInteger payment(long mark) {
            return VariationMargin.of(side.sign() * lots, price, mark, OpenOrder.TICK_VALUE);
        }
    }

    @Property
    void aFillAtTheLimitOrBetterNeverCostsFreeCollateralOnMargin(
            @ForAll @LongRange(min = -50, max = 50) long position,
            @ForAll("fills") Filled fill,
            @ForAll @LongRange(min = 0, max = 40) long mark) {
        BigInteger before = OpenOrder.onMargin(position, fill.before, mark, 7, 9);
        BigInteger after = OpenOrder.onMargin(fill.position(position), fill.after, mark, 7, 9);

        assertThat(after.subtract(fill.payment(mark))).isLessThanOrEqualTo(before);
    }

    @Property
    void aFillWhereLimitPriceAndMarkAgreeNeverRaisesTheRequirement(
            @ForAll @LongRange(min = -50, max = 50) long position, @ForAll("fills") Filled fill) {
        long mark = fill.before.get(0).limitTicks();
        BigInteger before = OpenOrder.onMargin(position, fill.before, mark, 7, 9);
        BigInteger after = OpenOrder.onMargin(fill.position(position), fill.after, mark, 7, 9);

        assertThat(after).isLessThanOrEqualTo(before);
    }

    /** Holds for a buyer that sells no more than it holds, as one without margin must. */
    @Property
    void aFillAtTheLimitOrBetterNeverCostsFreeCollateralInFull(
            @ForAll @LongRange(min = 20, max = 70) long position,
            @ForAll("fills") Filled fill,
            @ForAll @LongRange(min = 0, max = 40) long mark) {
        BigInteger before = OpenOrder.inFull(position, fill.before, mark);
        BigInteger after = OpenOrder.inFull(fill.position(position), fill.after, mark);

        assertThat(after.subtract(fill.payment(mark))).isLessThanOrEqualTo(before);
    }

    /** Whatever the mark does, a long position paid in full loses what it no longer needs. */
    @Property
    void noMarkCallsAPositionPaidInFull(
            @ForAll @LongRange(min = 0, max = 50) long position,
            @ForAll @LongRange(min = 0, max = 40) long from,
            @ForAll @LongRange(min = 0, max = 40) long mark) {
        BigInteger payment = VariationMargin.of(position, from, mark, OpenOrder.TICK_VALUE);

        assertThat(OpenOrder.inFull(position, List.of(), mark).subtract(payment))
                .isEqualTo(OpenOrder.inFull(position, List.of(), from));
    }

    @Property
    void variationMarginSumsToZero(
            @ForAll @Size(max = 9) List<@LongRange(min = -1L << 40, max = 1L << 40) Long> others,
            @ForAll @LongRange(min = 0, max = 1 << 30) long from,
            @ForAll @LongRange(min = 0, max = 1 << 30) long mark,
            @ForAll @LongRange(min = 1, max = 999_999) long tickValue) {
        List<Long> positions = new ArrayList<>(others);
        positions.add(-others.stream().mapToLong(Long::longValue).sum());
        BigInteger sum =
                positions.stream()
                        .map(lots -> VariationMargin.of(lots, from, mark, tickValue))
                        .reduce(BigInteger.ZERO, BigInteger::add);

        assertThat(sum).isZero();
    }

    @Property
    void variationMarginOfTwoStepsIsThatOfOne(
            @ForAll @LongRange(min = -1L << 40, max = 1L << 40) long position,
            @ForAll @LongRange(min = 0, max = 1 << 30) long from,
            @ForAll @LongRange(min = 0, max = 1 << 30) long between,
            @ForAll @LongRange(min = 0, max = 1 << 30) long mark) {
        assertThat(
                        VariationMargin.of(position, from, between, 3)
                                .add(VariationMargin.of(position, between, mark, 3)))
                .isEqualTo(VariationMargin.of(position, from, mark, 3));
    }

    @Provide
    static Arbitrary<Filled> fills() {
        return Combinators.combine(
                        OpenOrder.any().list().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.longs().between(1, 20),
                        Arbitraries.longs().between(0, 40))
                .as(FreeCollateralProperties::fill);
    }

    private static Filled fill(List<OpenOrder> orders, long lots, long improvement) {
        OpenOrder order = orders.get(0);
        long filled = Math.min(lots, order.lots());
        long price = Math.max(0, order.limitTicks() - order.side().sign() * improvement);
        List<OpenOrder> after = new ArrayList<>(orders);
        after.set(0, new OpenOrder(order.side(), order.limitTicks(), order.lots() - filled));
        return new Filled(orders, after, order.side(), filled, price);
    }
}
