package io.attentionfutures.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractCodeTest {
    private static final long HOUR = 3_600_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H100.EUW1.1H.20261122T14Z",
                "llm.m-large.10M.20250101T0010Z",
                "A100.USE.10M.20250101T00Z",
                "A100.USE.4H.20250101T08Z",
                "m.90M.20250101T0130Z",
            })
    void readsWhatItWrites(String text) {
        assertThat(ContractCode.parse(text)).hasToString(text);
    }

    @Test
    void namesMarketAndDelivery() {
        ContractCode code = ContractCode.parse("H100.EUW1.1H.20261122T14Z");

        assertThat(code.market()).isEqualTo("H100.EUW1");
        assertThat(code.startMillis())
                .isEqualTo(Instant.parse("2026-11-22T14:00:00Z").toEpochMilli());
        assertThat(code.endMillis()).isEqualTo(code.startMillis() + HOUR);
        assertThat(code.plusPeriods(10)).hasToString("H100.EUW1.1H.20261123T00Z");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "H100",
                "H100.EUW1",
                ".1H.20261122T14Z",
                "H100.EUW1.1H.20261122T14",
                "H100.EUW1.1H.20261122T1400Z",
                "H100.EUW1.60M.20261122T14Z",
                "H100.EUW1.1H.20261122T1410Z",
                "H100.EUW1.0H.20261122T14Z",
                "H100.EUW1.99999999H.20261122T14Z",
                "H100.EUW1.1D.20261122T14Z",
                "H100.EUW1.1H.20261322T14Z",
                "H100.EUW1.1H.20260230T14Z",
            })
    void refusesWhatIsNotACode(String text) {
        if (text == null) {
            return;
        }
        assertThatThrownBy(() -> ContractCode.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is not a contract code");
    }

    @Test
    void ordersByDeliveryThenMarket() {
        ContractCode early = ContractCode.parse("B.R.1H.20261122T14Z");
        ContractCode late = ContractCode.parse("A.R.1H.20261122T15Z");

        assertThat(early).isLessThan(late);
        assertThat(ContractCode.parse("A.R.1H.20261122T14Z")).isLessThan(early);
    }
}
