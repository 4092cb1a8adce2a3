package io.attentionfutures.market.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceRangeTest {
    private final PriceRange tenTicks = new PriceRange(0, 9);

    /** Ten ticks: each has a tenth, a price is in the middle of its own. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.05, -2.944438979",
        "2, 0.25, -1.098612289",
        "4.5, 0.5, 0",
        "7, 0.75, 1.098612289",
        "9, 0.95, 2.944438979",
        "-3, 0.05, -2.944438979",
        "12, 0.95, 2.944438979",
    })
    void aPriceIsInTheMiddleOfItsTick(double ticks, double share, double logit) {
        assertThat(tenTicks.share(ticks)).isCloseTo(share, within(1e-12));
        assertThat(tenTicks.logit(ticks)).isCloseTo(logit, within(1e-9));
    }

    @Test
    void beyondFloorAndCapItIsThese() {
        assertThat(tenTicks.ticks(-50)).isEqualTo(0);
        assertThat(tenTicks.ticks(50)).isEqualTo(9);
        assertThat(tenTicks.ticks(Double.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(tenTicks.ticks(Double.POSITIVE_INFINITY)).isEqualTo(9);
    }

    @Test
    void aRangeOfOnePriceIsThatPrice() {
        PriceRange one = new PriceRange(150, 150);

        assertThat(one.logit(150)).isZero();
        assertThat(one.ticks(0)).isEqualTo(150);
        assertThat(one.ticks(-20)).isEqualTo(150);
        assertThat(one.ticks(20)).isEqualTo(150);
    }

    @Property
    void everyPriceHasAFiniteLogitThatLeadsBackToIt(
            @ForAll @LongRange(min = 0, max = (1L << 30) - 1) long one,
            @ForAll @LongRange(min = 0, max = (1L << 30) - 1) long other,
            @ForAll @LongRange(min = 0, max = (1L << 30) - 1) long ticks) {
        PriceRange range = new PriceRange(Math.min(one, other), Math.max(one, other));
        long inside = Math.max(range.floorTicks(), Math.min(range.capTicks(), ticks));

        assertThat(range.logit(ticks)).isBetween(-22.0, 22.0);
        assertThat(Math.round(range.ticks(range.logit(ticks)))).isEqualTo(inside);
    }
}
