package io.attentionfutures.market.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.Specifications;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceHistoryTest {
    private static final long HOUR = 3_600_000;
    private static final long GATE = HOUR / 4;

    /** Settled periods until the lead of one hour has been measured by five prices. */
    private static final int ENOUGH = 24 + AutoregressivePrice.UNMEASURED + 5 - 1;

    private final ContractSpecification rules =
            Specifications.with(s -> s.autoregressiveAfterPeriods = 5);
    private final PriceHistory history = new PriceHistory(HOUR);

    /** Settles hours up to one; the demand of the hour two before is known by then. */
    private void settle(int from, int to, LongToDoubleFunction ticks) {
        for (long hour = from; hour <= to; hour++) {
            history.used((hour - 2) * HOUR, 600 + 10 * (hour % 7), 1000, rules);
            long price = Math.round(ticks.applyAsDouble(hour));
            history.settled(hour * HOUR, price, closed(hour), rules);
        }
    }

    private static long closed(long hour) {
        return hour * HOUR - GATE;
    }

    private PriceSignal signal(long hour, long settled) {
        return history.signal(hour * HOUR, closed(settled), rules);
    }

    @Test
    void saysNothingWithoutEnoughHistory() {
        assertThat(history.isEmpty()).isTrue();
        assertThat(signal(1, 0)).isNull();
        settle(0, ENOUGH - 1, hour -> 200);
        assertThat(history.isEmpty()).isFalse();
        assertThat(signal(ENOUGH, ENOUGH - 1)).isNull();

        settle(ENOUGH, ENOUGH, hour -> 200);
        assertThat(signal(ENOUGH + 1, ENOUGH)).isNotNull();
        assertThat(signal(ENOUGH, ENOUGH)).isNull();
        assertThat(signal(ENOUGH + 4, ENOUGH)).isNotNull();
        assertThat(signal(ENOUGH + 5, ENOUGH)).isNull();
    }

    @Test
    void aPriceThatNeverChangesIsExpectedToStay() {
        settle(0, 900, hour -> 200);
        PriceSignal signal = signal(901, 900);

        assertThat(signal.ticks()).isCloseTo(200, within(1.0));
        assertThat(signal.deviationTicks()).isEqualTo(1);
    }

    @Test
    void learnsTheShapeOfTheDayThatTheLastPriceMisses() {
        LongToDoubleFunction shape = hour -> 300 + 150 * Math.sin(hour * Math.PI / 12);
        settle(0, 400, shape);

        for (int ahead = 1; ahead <= 4; ahead++) {
            PriceSignal signal = signal(400 + ahead, 400);
            assertThat(signal.ticks()).isCloseTo(shape.applyAsDouble(400 + ahead), within(25.0));
            assertThat(signal.deviationTicks()).isLessThan(25);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, true", "7200000, true", "7200001, false"})
    void goesStaleWithTheNewestPrice(long age, boolean counts) {
        settle(0, 100, hour -> 200);
        history.used(99 * HOUR, 1, 1000, rules);
        history.used(101 * HOUR, 1, 1000, rules);

        assertThat(history.signal(103 * HOUR, closed(100) + age, rules) != null).isEqualTo(counts);
    }

    /** The newest demand ended 45 minutes before the gate closed. */
    @ParameterizedTest
    @CsvSource({"75, true", "76, false"})
    void goesStaleWithTheNewestDemand(long minutes, boolean counts) {
        settle(0, 100, hour -> 200);
        long time = closed(100) + minutes * 60_000;

        assertThat(history.signal(103 * HOUR, time, rules) != null).isEqualTo(counts);
    }

    @Test
    void saysNothingWhereAnInputIsMissing() {
        settle(0, 99, hour -> 200);
        history.settled(100 * HOUR, 200, closed(100), rules);
        assertThat(signal(101, 100)).isNull();

        history.used(98 * HOUR, 600, 1000, rules);
        assertThat(signal(101, 100)).isNotNull();
        history.settled(103 * HOUR, 200, closed(103), rules);
        history.used(101 * HOUR, 600, 1000, rules);
        assertThat(signal(104, 103)).isNotNull();
        settle(104, 125, hour -> 200);
        assertThat(signal(126, 125)).as("hour 102 was not settled").isNull();
    }

    @Test
    void isSwitchedOffByTheSpecification() {
        ContractSpecification off = Specifications.with(s -> s.autoregressiveAfterPeriods = 0);
        assertThat(history.used(0, 1, 2, off)).isFalse();
        assertThat(history.settled(0, 200, 0, off)).isFalse();
        assertThat(history.isEmpty()).isTrue();
        settle(0, 100, hour -> 200);

        assertThat(history.signal(101 * HOUR, closed(100), off)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 1000",
        "5, NaN",
        "5, 0",
        "5, -1",
        "-5, 1000",
        "Infinity, 1000",
        "5, Infinity",
        "0, 0"
    })
    void ignoresDemandThatSaysNothing(double used, double capacity) {
        boolean said = history.used(0, used, capacity, rules);

        assertThat(said).isEqualTo(Double.isInfinite(capacity));
        assertThat(history.used(1, 1, 2, rules)).as("not a whole period").isFalse();
    }

    @Test
    void ignoresPricesThatDoNotComeAfterThoseBefore() {
        settle(0, 100, hour -> 200);
        double before = signal(101, 100).ticks();

        assertThat(history.settled(100 * HOUR, 900, closed(100), rules)).isFalse();
        assertThat(history.settled(3 * HOUR, 900, closed(100), rules)).isFalse();
        assertThat(signal(101, 100).ticks()).isEqualTo(before);
    }

    @Test
    void takesPricesOutsideANewRangeAndARangeOfOnePrice() {
        settle(0, 100, hour -> hour % 2 == 0 ? 0 : 1000);
        ContractSpecification one =
                Specifications.with(
                        s -> {
                            s.autoregressiveAfterPeriods = 5;
                            s.floorTicks = 150;
                            s.capTicks = 150;
                            s.openingReferenceTicks = 150;
                        });
        history.used(99 * HOUR, 1, 1, one);
        history.settled(101 * HOUR, 150, closed(101), one);

        assertThat(history.signal(102 * HOUR, closed(101), one).ticks()).isEqualTo(150);
    }

    /** The series that the model itself makes, with noise: the error is the noise's. */
    @Property(tries = 20)
    void findsTheProcessThatMadeThePrices(@ForAll long seed) {
        Random random = new Random(seed);
        PriceHistory found = new PriceHistory(HOUR);
        PriceRange range = PriceRange.of(rules);
        double[] ticks = new double[1_000];
        double[] demand = new double[1_000];
        PriceSignal signal = null;
        double worst = 0;
        for (int hour = 0; hour < 1_000; hour++) {
            demand[hour] = random.nextDouble();
            double clean = 200;
            if (hour >= 24) {
                clean =
                        range.ticks(
                                2 * range.share(ticks[hour - 1])
                                        - 0.5 * range.share(ticks[hour - 24])
                                        + demand[hour - 3]
                                        - 1.5);
                found.used((hour - 3) * HOUR, 1000 * demand[hour - 3], 1000, rules);
            }
            if (signal != null && hour > 500) {
                worst = Math.max(worst, Math.abs(signal.ticks() - clean));
            }
            ticks[hour] = Math.round(clean + random.nextGaussian());
            found.settled(hour * HOUR, (long) ticks[hour], closed(hour), rules);
            found.used((hour - 2) * HOUR, 1000 * demand[Math.max(0, hour - 2)], 1000, rules);
            signal = found.signal((hour + 1) * HOUR, closed(hour), rules);
        }
        assertThat(worst).isLessThan(4);
        assertThat(signal.deviationTicks()).isBetween(0.7, 2.0);
    }

    @Property(tries = 40)
    void restoredItSaysTheSameToTheLastBit(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        PriceHistory calm = new PriceHistory(HOUR);
        PriceHistory disturbed = new PriceHistory(HOUR);
        for (long hour = 0; hour < 120; hour++) {
            double used = random.nextInt(20) == 0 ? Double.NaN : random.nextInt(1_000);
            long price = random.nextInt(1_001);
            boolean settles = random.nextInt(20) > 0;
            for (PriceHistory one : new PriceHistory[] {calm, disturbed}) {
                one.used((hour - 2) * HOUR, used, 1000, rules);
                if (settles) {
                    one.settled(hour * HOUR, price, closed(hour), rules);
                }
            }
            if (random.nextInt(5) == 0) {
                byte[] bytes = bytes(disturbed);
                disturbed = new PriceHistory(HOUR);
                disturbed.readInto(new DataInputStream(new ByteArrayInputStream(bytes)));
                assertThat(bytes(disturbed)).isEqualTo(bytes);
            }
            for (int ahead = 1; ahead <= 4; ahead++) {
                assertThat(disturbed.signal((hour + ahead) * HOUR, closed(hour), rules))
                        .isEqualTo(calm.signal((hour + ahead) * HOUR, closed(hour), rules));
            }
        }
        assertThat(bytes(disturbed)).isEqualTo(bytes(calm));
    }

    @ParameterizedTest
    @CsvSource({"60, 24, 4600", "30, 48, 8000", "10, 144, 9500", "1, 1440, 30200", "2880, 1, 1000"})
    void whatIsStoredIsBounded(long minutes, int horizon, int most) throws IOException {
        ContractSpecification far = Specifications.with(s -> s.listingHorizon = horizon);
        PriceHistory full = new PriceHistory(minutes * 60_000);
        for (long period = 0; period < 3_500; period++) {
            full.used(period * minutes * 60_000, period % 9, 10, far);
            full.settled(period * minutes * 60_000, 100 + period % 700, period, far);
        }

        assertThat(bytes(full).length).isLessThan(most);
    }

    private static byte[] bytes(PriceHistory history) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        history.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
