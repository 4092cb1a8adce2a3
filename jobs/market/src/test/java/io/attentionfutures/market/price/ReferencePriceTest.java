package io.attentionfutures.market.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.auction.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencePriceTest {
    private static final int NONE = -1;
    private final ContractSpecification plain = Specifications.plain();

    /** In cents: scarcity 2.40 with deviation 0.30, market 2.00 with three deviations. */
    @ParameterizedTest
    @CsvSource({"10, 204", "30, 220", "90, 236"})
    void weighsSignalsByPrecision(double marketDeviation, long ticks) {
        ReferencePrice reference =
                ReferencePrice.blend(
                        new PriceSignal(240, 30),
                        new PriceSignal(200, marketDeviation),
                        null,
                        NONE,
                        plain);

        assertThat(reference.ticks()).isEqualTo(ticks);
        assertThat(reference.forecastWeight() + reference.marketWeight())
                .isCloseTo(1, within(1e-15));
    }

    /** Precisions 1/900, 1/100 and 1/225: weights 1/14, 9/14 and 4/14. */
    @Test
    void weighsThreeSignals() {
        ReferencePrice reference =
                ReferencePrice.blend(
                        new PriceSignal(240, 30),
                        new PriceSignal(200, 10),
                        new PriceSignal(220, 15),
                        NONE,
                        plain);

        assertThat(reference.ticks()).isEqualTo(209);
        assertThat(reference.forecastWeight()).isCloseTo(1 / 14.0, within(1e-15));
        assertThat(reference.marketWeight()).isCloseTo(9 / 14.0, within(1e-15));
        assertThat(reference.autoregressiveWeight()).isCloseTo(4 / 14.0, within(1e-15));
    }

    @Test
    void followsTheOnlySignalAtHand() {
        PriceSignal signal = new PriceSignal(239.6, 30);

        assertThat(ReferencePrice.blend(signal, null, null, NONE, plain))
                .isEqualTo(new ReferencePrice(240, 1, 0, 0));
        assertThat(ReferencePrice.blend(null, signal, null, NONE, plain))
                .isEqualTo(new ReferencePrice(240, 0, 1, 0));
    }

    @Test
    void movesAtMostOneStep() {
        ContractSpecification steps = Specifications.with(s -> s.referenceStepTicks = 15);
        PriceSignal signal = new PriceSignal(240, 30);

        assertThat(ReferencePrice.blend(signal, null, null, 200, steps).ticks()).isEqualTo(215);
        assertThat(ReferencePrice.blend(signal, null, null, 230, steps).ticks()).isEqualTo(240);
        assertThat(ReferencePrice.blend(signal, null, null, 300, steps).ticks()).isEqualTo(285);
    }

    @Test
    void roundsToThePriceIncrementWithinFloorAndCap() {
        ContractSpecification coarse =
                Specifications.with(
                        s -> {
                            s.priceIncrementTicks = 25;
                            s.floorTicks = 60;
                            s.capTicks = 990;
                        });

        assertThat(at(237, coarse)).isEqualTo(225);
        assertThat(at(238, coarse)).isEqualTo(250);
        assertThat(at(10, coarse)).isEqualTo(60);
        assertThat(at(5000, coarse)).isEqualTo(990);
    }

    private static long at(double ticks, ContractSpecification specification) {
        return ReferencePrice.blend(new PriceSignal(ticks, 1), null, null, NONE, specification)
                .ticks();
    }

    @Test
    void opensAtTheSpecifiedReference() {
        assertThat(ReferencePrice.opening(plain)).isEqualTo(new ReferencePrice(200, 0, 0, 0));
    }

    @Test
    void forecastsLosePrecisionWithAge() {
        ScarcityPrice scarcity = new ScarcityPrice(400, 40, 0.3);
        long period = plain.periodMillis();

        assertThat(PriceSignal.ofForecast(scarcity, 0, plain).deviationTicks()).isEqualTo(40);
        assertThat(PriceSignal.ofForecast(scarcity, -5, plain).deviationTicks()).isEqualTo(40);
        assertThat(PriceSignal.ofForecast(scarcity, 3 * period, plain).deviationTicks())
                .isEqualTo(80);
    }

    @Test
    void forecastsAreNeverSurerThanOneIncrement() {
        ScarcityPrice flat = new ScarcityPrice(150, 0, 0);

        assertThat(PriceSignal.ofForecast(flat, 0, plain).deviationTicks()).isEqualTo(1);
    }

    @Test
    void auctionPricesLosePrecisionWithAgeAndThinVolume() {
        long period = plain.periodMillis();

        assertThat(PriceSignal.ofAuction(200, 10, 0, plain).deviationTicks()).isEqualTo(10);
        assertThat(PriceSignal.ofAuction(200, 1000, 0, plain).deviationTicks()).isEqualTo(10);
        assertThat(PriceSignal.ofAuction(200, 10, 3 * period, plain).deviationTicks())
                .isEqualTo(20);
        assertThat(PriceSignal.ofAuction(200, 5, period, plain).deviationTicks()).isEqualTo(20);
    }

    @Test
    void aSignalNeedsADeviation() {
        assertThatThrownBy(() -> new PriceSignal(1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceSignal(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.1, 500, 450, 550",
        "80, 0.1, 500, 420, 580",
        "0, 0.5, 900, 450, 990",
        "30, 0, 70, 60, 100",
        "0, 0, 500, 500, 500",
        "30, 0, 5000, 960, 990",
        "0, 999999, 500, 60, 990",
    })
    void bandsAreCentredWithinFloorAndCap(
            long bandFloor, double fraction, long centre, long low, long high) {
        ContractSpecification specification =
                Specifications.with(
                        s -> {
                            s.floorTicks = 60;
                            s.capTicks = 990;
                            s.bandFloorTicks = bandFloor;
                            s.bandFraction = fraction;
                        });

        assertThat(StaticBand.around(centre, specification)).isEqualTo(new Band(low, high));
    }
}
