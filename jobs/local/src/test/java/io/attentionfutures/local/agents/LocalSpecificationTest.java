package io.attentionfutures.local.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.phase.CallPhase;
import io.attentionfutures.market.phase.DynamicBand;
import io.attentionfutures.pipeline.clearing.ReferenceDataConverters;
import io.attentionfutures.schemas.ContractSpecification;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSpecificationTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @ParameterizedTest
    @CsvSource({"0,1", "0.5,1", "856,1", "100000,1", "100001,10", "1e12,10000000"})
    void aLotIsThePowerOfTenThatKeepsTheCapacityWithin100000Lots(double capacity, long lotSize) {
        ContractSpecification specification =
                LocalSpecification.of("H100.EUW1", HOUR, Duration.ofMinutes(1), capacity);

        assertThat(specification.getLotSize()).isEqualTo(lotSize);
        assertThat(specification.getMinimumReserve()).isEqualTo(Math.round(0.05 * capacity));
        assertThat(capacity / lotSize).isLessThan(specification.getMaximumOrderLots());
        assertThatCode(() -> inTheMarket(specification)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1,15000", "10,150000", "60,900000", "1440,900000"})
    void theGateClosesAQuarterOfThePeriodBeforeDeliveryButAQuarterOfAnHourAtMost(
            int minutes, long gateMillis) {
        ContractSpecification specification =
                LocalSpecification.of("H100.EUW1", minutes * 60_000L, Duration.ofSeconds(1), 856);

        assertThat(specification.getGateClosureMillis()).isEqualTo(gateMillis);
        assertThatCode(() -> inTheMarket(specification)).doesNotThrowAnyException();
    }

    @Test
    void accountsAreCollateralisedAndDeliveryIsVerified() {
        ContractSpecification specification =
                LocalSpecification.of("H100.EUW1", HOUR, Duration.ofMinutes(1), 856);

        assertThat(specification.getCollateralised()).isTrue();
        assertThat(specification.getDeliveryVerified()).isTrue();
        assertThat(specification.getFeePerLot()).isPositive();
        assertThat(specification.getRandomEndMillis()).isEqualTo(5_000);
    }

    /** Nobody resumes a halted contract in a run that nobody watches. */
    @Test
    void anExtendedCallPrintsWhateverItsPriceIs() {
        ContractSpecification specification =
                LocalSpecification.of("H100.EUW1", HOUR, Duration.ofMinutes(1), 856);
        Band hard = new Band(specification.getFloorTicks(), specification.getCapTicks());
        DynamicBand corridor =
                new DynamicBand(
                        specification.getDynamicBandFloorTicks(),
                        specification.getDynamicBandFactor(),
                        0,
                        specification.getExtensionFactor());

        for (long last : new long[] {hard.lowTicks(), 200, hard.highTicks()}) {
            assertThat(corridor.around(last, 150, 0, CallPhase.EXTENDED, hard)).isEqualTo(hard);
            assertThat(corridor.around(last, 150, 0, CallPhase.ENTRY, hard)).isNotEqualTo(hard);
        }
    }

    @Test
    void thePositionLimitLeavesRoomForTheLargestPositionOfAnOrderFile() {
        assertThat(limit(0)).isEqualTo(4 * 856 + 100);
        assertThat(limit(1_000_000)).isEqualTo(1_000_000);
    }

    private static long limit(long least) {
        return LocalSpecification.of("H100.EUW1", HOUR, Duration.ofMinutes(1), 856, least)
                .getPositionLimitLots();
    }

    @Test
    void theSegmentIsTheLastComponentOfTheMarket() {
        assertThat(segment("H100.EUW1")).isEqualTo("EUW1");
        assertThat(segment("llm.m-large.us")).isEqualTo("us");
        assertThat(segment("cluster")).isEqualTo("cluster");
    }

    private static String segment(String market) {
        return LocalSpecification.of(market, HOUR, Duration.ofMinutes(1), 1).getSegment();
    }

    private static io.attentionfutures.market.ContractSpecification inTheMarket(
            ContractSpecification specification) {
        return ReferenceDataConverters.specification(specification);
    }
}
