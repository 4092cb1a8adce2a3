package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ExposureProperties {
    @Property
    void equalsTheWorstOfAllSubsetsOfOrdersThatMayFill(
            @ForAll @LongRange(min = -50, max = 50) long position,
            @ForAll("orders") @Size(max = 8) List<OpenOrder> orders,
            @ForAll @LongRange(min = 0, max = 100) long longPerLot,
            @ForAll @LongRange(min = 0, max = 100) long shortPerLot) {
        long mostLong = 0;
        long mostShort = 0;
        long margin = 0;
        for (int subset = 0; subset < 1 << orders.size(); subset++) {
            long held = position;
            for (int i = 0; i < orders.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    held += orders.get(i).side().sign() * orders.get(i).lots();
                }
            }
            mostLong = Math.max(mostLong, held);
            mostShort = Math.max(mostShort, -held);
            margin = Math.max(margin, held > 0 ? held * longPerLot : -held * shortPerLot);
        }
        Exposure exposure = OpenOrder.exposure(position, orders);

        assertThat(exposure.riskiestLong()).isEqualTo(mostLong);
        assertThat(exposure.riskiestShort()).isEqualTo(mostShort);
        assertThat(exposure.margin(longPerLot, shortPerLot)).isEqualTo(margin);
    }

    @Property
    void isNothingForNothingAndTheSameForLongAndShort(
            @ForAll @LongRange(min = -1L << 40, max = 1L << 40) long position,
            @ForAll @LongRange(min = 0, max = 1L << 50) long perLot) {
        assertThat(Exposure.NONE.margin(perLot, perLot)).isZero();
        assertThat(held(position, perLot, perLot)).isEqualTo(held(-position, perLot, perLot));
    }

    @Property
    void neverAsksMoreForPositionsTogetherThanApart(
            @ForAll @LongRange(min = -1L << 40, max = 1L << 40) long one,
            @ForAll @LongRange(min = -1L << 40, max = 1L << 40) long other,
            @ForAll @LongRange(min = 0, max = 1L << 50) long longPerLot,
            @ForAll @LongRange(min = 0, max = 1L << 50) long shortPerLot) {
        BigInteger apart =
                held(one, longPerLot, shortPerLot).add(held(other, longPerLot, shortPerLot));

        assertThat(held(one + other, longPerLot, shortPerLot)).isLessThanOrEqualTo(apart);
    }

    @Property
    void neverAsksMoreForPositionsWithOrdersTogetherThanApart(
            @ForAll @LongRange(min = -50, max = 50) long one,
            @ForAll @LongRange(min = -50, max = 50) long other,
            @ForAll("orders") List<OpenOrder> ones,
            @ForAll("orders") List<OpenOrder> others,
            @ForAll @LongRange(min = 0, max = 40) long mark) {
        List<OpenOrder> all = new ArrayList<>(ones);
        all.addAll(others);
        BigInteger apart =
                OpenOrder.onMargin(one, ones, mark, 7, 9)
                        .add(OpenOrder.onMargin(other, others, mark, 7, 9));

        assertThat(OpenOrder.onMargin(one + other, all, mark, 7, 9)).isLessThanOrEqualTo(apart);
    }

    @Property
    void growsWithEveryOrderAndIsRestoredByItsRemoval(
            @ForAll @LongRange(min = -50, max = 50) long position,
            @ForAll("orders") List<OpenOrder> orders,
            @ForAll("order") OpenOrder added,
            @ForAll @LongRange(min = 0, max = 40) long mark) {
        List<OpenOrder> more = new ArrayList<>(orders);
        more.add(0, added);
        Exposure before = OpenOrder.exposure(position, orders);
        Exposure after = before.plusOrder(added.side(), added.lots());

        assertThat(OpenOrder.onMargin(position, more, mark, 7, 9))
                .isGreaterThanOrEqualTo(OpenOrder.onMargin(position, orders, mark, 7, 9));
        assertThat(OpenOrder.inFull(position, more, mark))
                .isGreaterThanOrEqualTo(OpenOrder.inFull(position, orders, mark));
        assertThat(after).isEqualTo(OpenOrder.exposure(position, more));
        assertThat(after.minusOrder(added.side(), added.lots())).isEqualTo(before);
    }

    /**
     * The exposure's margin never rises by a fill, at whatever price: what fills leaves the orders
     * as it enters the position.
     */
    @Property
    void aFillNeverRaisesTheMargin(
            @ForAll @LongRange(min = -50, max = 50) long position,
            @ForAll("orders") @Size(min = 1) List<OpenOrder> orders,
            @ForAll @LongRange(min = 0, max = 20) long lots,
            @ForAll @LongRange(min = 0, max = 100) long longPerLot,
            @ForAll @LongRange(min = 0, max = 100) long shortPerLot) {
        OpenOrder order = orders.get(0);
        Exposure before = OpenOrder.exposure(position, orders);
        Exposure after = before.filled(order.side(), Math.min(lots, order.lots()));

        assertThat(after.margin(longPerLot, shortPerLot))
                .isLessThanOrEqualTo(before.margin(longPerLot, shortPerLot));
    }

    @Property
    void neverWraps(
            @ForAll @LongRange(min = -1L << 40, max = 1L << 40) long position,
            @ForAll @LongRange(min = 0, max = 1L << 40) long buys,
            @ForAll @LongRange(min = 0, max = 1L << 40) long sells,
            @ForAll @LongRange(min = 0, max = 1L << 50) long perLot,
            @ForAll @LongRange(min = 0, max = 1 << 30) long limit,
            @ForAll @LongRange(min = 0, max = 1 << 30) long mark,
            @ForAll @LongRange(min = 1, max = 999_999) long tickValue) {
        Exposure exposure = new Exposure(position, buys, sells);
        BigInteger held = BigInteger.valueOf(position);
        BigInteger riskiest =
                held.add(BigInteger.valueOf(buys)).max(BigInteger.valueOf(sells).subtract(held));
        BigInteger money = BigInteger.valueOf(tickValue).multiply(BigInteger.valueOf(buys));
        BigInteger loss = BigInteger.valueOf(limit).subtract(BigInteger.valueOf(mark));

        assertThat(exposure.margin(perLot, perLot))
                .isEqualTo(riskiest.max(BigInteger.ZERO).multiply(BigInteger.valueOf(perLot)));
        assertThat(LockedLoss.of(Side.BUY, limit, mark, buys, tickValue))
                .isEqualTo(loss.max(BigInteger.ZERO).multiply(money));
        assertThat(LockedLoss.of(Side.SELL, limit, mark, buys, tickValue))
                .isEqualTo(loss.negate().max(BigInteger.ZERO).multiply(money));
        assertThat(PaymentInFull.ofBuy(limit, buys, tickValue))
                .isEqualTo(BigInteger.valueOf(limit).multiply(money));
        assertThat(VariationMargin.of(buys, mark, limit, tickValue))
                .isEqualTo(loss.multiply(money));
    }

    @Provide
    static Arbitrary<OpenOrder> order() {
        return OpenOrder.any();
    }

    @Provide
    static Arbitrary<List<OpenOrder>> orders() {
        return OpenOrder.any().list().ofMaxSize(8);
    }

    private static BigInteger held(long position, long longPerLot, long shortPerLot) {
        return new Exposure(position, 0, 0).margin(longPerLot, shortPerLot);
    }
}
