package io.attentionfutures.market.price;

import static io.attentionfutures.market.price.AutoregressivePrice.UNMEASURED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.market.price.AutoregressivePrice.Lags;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AutoregressivePriceTest {
    private final PriceRange tenTicks = new PriceRange(0, 9);
    private final AutoregressivePrice price = new AutoregressivePrice();

    @Test
    void expectsTheMiddleBeforeItHasLearnt() {
        assertThat(price.ticks(new Lags(2, 2, 0.5), tenTicks)).isEqualTo(4.5);
    }

    /**
     * Inputs 0.25, 0.25, 0.5 and 1 have the squared length 1.375. After one price of 2, whose logit
     * is -ln 3, the estimate is -1.375/1.385 ln 3 = -1.090680, a share of 0.251490 of ten ticks.
     */
    @Test
    void learnsFromOnePriceAgainstTheRidge() {
        Lags lags = new Lags(2, 2, 0.5);
        price.settled(lags, 2, tenTicks);

        assertThat(price.ticks(lags, tenTicks)).isCloseTo(2.01490, within(1e-5));
    }

    @Test
    void measuresItsErrorBeforeItLearns() {
        Lags lags = new Lags(2, 2, 0.5);
        for (int i = 0; i < UNMEASURED; i++) {
            price.settled(lags, 2, tenTicks);
            assertThat(price.measured()).isZero();
        }
        double first = 7 - price.ticks(lags, tenTicks);
        price.settled(lags, 7, tenTicks);
        assertThat(price.measured()).isEqualTo(1);
        assertThat(price.deviationTicks()).isCloseTo(first, within(1e-12));

        double second = 1 - price.ticks(lags, tenTicks);
        price.settled(lags, 1, tenTicks);
        assertThat(price.deviationTicks())
                .isCloseTo(
                        Math.sqrt((0.99 * first * first + second * second) / 1.99), within(1e-12));
    }

    @Property
    void staysWithinFloorAndCapWhateverItLearns(
            @ForAll @LongRange(min = 0, max = 1000) long floor,
            @ForAll @LongRange(min = 0, max = 1000) long width,
            @ForAll @LongRange(min = 0, max = 3000) long last,
            @ForAll @LongRange(min = 0, max = 3000) long settled,
            @ForAll @DoubleRange(min = 0, max = 2) double demand) {
        PriceRange range = new PriceRange(floor, floor + width);
        AutoregressivePrice learnt = new AutoregressivePrice();
        for (int i = 0; i < 40; i++) {
            Lags lags = new Lags(last + i, settled - i, demand / (i + 1));
            learnt.settled(lags, i % 3 == 0 ? settled : last, range);
            assertThat(learnt.ticks(lags, range)).isBetween((double) floor, (double) floor + width);
        }
        assertThat(learnt.deviationTicks()).isBetween(0.0, 3000.0);
    }
}
