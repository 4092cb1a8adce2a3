package io.attentionfutures.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractSpecificationTest {
    @Test
    void acceptsAPlainMarket() {
        assertThat(Specifications.plain().market()).isEqualTo("H100.EUW1");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatCannotTradeAndNamesTheField(String field, Specifications.Change change) {
        assertThatThrownBy(() -> Specifications.with(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field);
    }

    static Stream<Arguments> refusesWhatCannotTradeAndNamesTheField() {
        return Stream.of(
                wrong("market", s -> s.market = ""),
                wrong("segment", s -> s.segment = ""),
                wrong("periodMillis", s -> s.periodMillis = 90_000),
                wrong("periodMillis", s -> s.periodMillis = 100_001 * 60_000L),
                wrong("referenceStepTicks", s -> s.referenceStepTicks = Long.MAX_VALUE),
                wrong("gateClosureMillis", s -> s.gateClosureMillis = Long.MAX_VALUE),
                wrong("protectionTicks", s -> s.protectionTicks = Long.MAX_VALUE),
                wrong("bandFloorTicks", s -> s.bandFloorTicks = Long.MAX_VALUE),
                wrong("priceIncrementTicks", s -> s.priceIncrementTicks = Long.MAX_VALUE),
                wrong("minimumReserve", s -> s.minimumReserve = Long.MAX_VALUE),
                wrong("minimumVolumeLots", s -> s.minimumVolumeLots = Long.MAX_VALUE),
                wrong("forecastStaleMillis", s -> s.forecastStaleMillis = Long.MAX_VALUE),
                wrong("marketStaleMillis", s -> s.marketStaleMillis = Long.MAX_VALUE),
                wrong("tickValue", s -> s.tickValue = 0),
                wrong("priceIncrementTicks", s -> s.priceIncrementTicks = 0),
                wrong("capTicks", s -> s.capTicks = -1),
                wrong("marginalCostTicks", s -> s.marginalCostTicks = 1001),
                wrong("listingHorizon", s -> s.listingHorizon = 0),
                wrong("callIntervalMillis", s -> s.callIntervalMillis = 0),
                wrong("freezeMillis", s -> s.freezeMillis = s.callIntervalMillis),
                wrong("maximumOrderLots", s -> s.maximumOrderLots = 0),
                wrong("bandFraction", s -> s.bandFraction = Double.NaN),
                wrong("marketDeviationTicks", s -> s.marketDeviationTicks = 0));
    }

    /** A contract whose code cannot be read again could never be restored. */
    @ParameterizedTest
    @ValueSource(longs = {60_000, 3_600_000, 99_999 * 60_000L})
    void theCodesOfItsContractsCanBeRead(long period) {
        long start = Math.floorDiv(1_795_348_800_000L, period) * period;
        ContractCode code = new ContractCode("H100.EUW1", start, period);
        assertThat(Specifications.with(s -> s.periodMillis = period).periodMillis())
                .isEqualTo(period);
        assertThat(ContractCode.parse(code.toString())).isEqualTo(code);
    }

    private static Arguments wrong(String field, Specifications.Change change) {
        return Arguments.of(field, change);
    }
}
