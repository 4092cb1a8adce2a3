package io.attentionfutures.market.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.phase.VolatilityInterruption.Action;
import io.attentionfutures.market.phase.VolatilityInterruption.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolatilityInterruptionTest {
    private static final Band BAND = new Band(240, 260);
    private static final long CALL = 600_000;
    private static final Extension RULES = new Extension(120_000, 3_600_000);

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "240, ENTRY, PRINT, 0",
        "260, ENTRY, PRINT, 0",
        "239, ENTRY, EXTEND, 720000",
        "261, ENTRY, EXTEND, 720000",
        "261, FREEZE, EXTEND, 720000",
        "0, FREEZE, EXTEND, 720000",
        "250, FREEZE, PRINT, 0",
        "260, EXTENDED, PRINT, 0",
        "261, EXTENDED, HALT, 0",
        "250, HALTED, HALT, 0",
        "261, HALTED, HALT, 0",
        "-1, HALTED, HALT, 0",
        "-1, ENTRY, PRINT, 0",
        "-1, EXTENDED, PRINT, 0",
    })
    void printsInsideExtendsOnceAndHalts(
            long indicative, CallPhase phase, Action action, long until) {
        assertThat(VolatilityInterruption.decide(indicative, BAND, phase, CALL, RULES))
                .isEqualTo(new VolatilityInterruption(action, until));
    }

    @Test
    void printsTheFirstPriceOfAll() {
        assertThat(VolatilityInterruption.decide(999, null, CallPhase.FREEZE, CALL, RULES).action())
                .isEqualTo(Action.PRINT);
    }

    @ParameterizedTest(name = "extension {0}, gate {1}: {2} until {3}")
    @CsvSource({
        "120000, 700000, EXTEND, 700000",
        "120000, 720000, EXTEND, 720000",
        "120000, 600001, EXTEND, 600001",
        "120000, 600000, HALT, 0",
        "120000, 500000, HALT, 0",
        "0, 3600000, HALT, 0",
        "9223372036854775807, 3600000, EXTEND, 3600000",
    })
    void extendsNoFurtherThanTheGate(long extension, long gate, Action action, long until) {
        assertThat(
                        VolatilityInterruption.decide(
                                261, BAND, CallPhase.FREEZE, CALL, new Extension(extension, gate)))
                .isEqualTo(new VolatilityInterruption(action, until));
    }

    @Test
    void aCallGoesOnWiderAndThenHalts() {
        DynamicBand rule = new DynamicBand(10, 0, 0, 2);
        Band hard = new Band(0, 1000);
        Band narrow = rule.around(250, 250, 60_000, CallPhase.FREEZE, hard);
        Band wide = rule.around(250, 250, 180_000, CallPhase.EXTENDED, hard);

        assertThat(decide(265, narrow, CallPhase.FREEZE)).isEqualTo(Action.EXTEND);
        assertThat(decide(265, wide, CallPhase.EXTENDED)).isEqualTo(Action.PRINT);
        assertThat(decide(271, wide, CallPhase.EXTENDED)).isEqualTo(Action.HALT);
    }

    @Test
    void refusesACallOutsideTheTradingHours() {
        assertThatThrownBy(() -> decide(250, BAND, CallPhase.CLOSED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Extension(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Action decide(long indicative, Band band, CallPhase phase) {
        return VolatilityInterruption.decide(indicative, band, phase, CALL, RULES).action();
    }
}
