package io.attentionfutures.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static Arguments wrong(String field, Specifications.Change change) {
        return Arguments.of(field, change);
    }
}
