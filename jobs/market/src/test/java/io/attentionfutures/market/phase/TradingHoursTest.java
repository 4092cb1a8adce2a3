package io.attentionfutures.market.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingHoursTest {
    private static final TradingHours DAY = new TradingHours(8 * 60, 17 * 60 + 30);
    private static final TradingHours NIGHT = new TradingHours(22 * 60, 6 * 60);
    private static final long MINUTE = 60_000;

    @ParameterizedTest
    @CsvSource({
        "07:59:59.999, false, false",
        "08:00:00, true, false",
        "17:29:59.999, true, false",
        "17:30:00, false, false",
        "21:59:59.999, false, false",
        "22:00:00, false, true",
        "00:00:00, false, true",
        "05:59:59.999, false, true",
        "06:00:00, false, false",
    })
    void opensInclusivelyAndClosesExclusively(String time, boolean day, boolean night) {
        assertThat(DAY.isOpen(at(time))).isEqualTo(day);
        assertThat(NIGHT.isOpen(at(time))).isEqualTo(night);
    }

    @Test
    void findsTheNextOpeningAndClosing() {
        assertThat(DAY.nextOpening(at("03:00:00"))).isEqualTo(at("08:00:00"));
        assertThat(DAY.nextOpening(at("09:00:01"))).isEqualTo(at("09:00:01"));
        assertThat(DAY.nextOpening(at("17:30:00"))).isEqualTo(millis("2026-11-23T08:00:00Z"));
        assertThat(DAY.nextClosing(at("08:00:00"))).isEqualTo(at("17:30:00"));
        assertThat(DAY.nextClosing(at("18:00:00"))).isEqualTo(at("18:00:00"));
        assertThat(NIGHT.nextClosing(at("23:00:00"))).isEqualTo(millis("2026-11-23T06:00:00Z"));
        assertThat(NIGHT.nextOpening(at("06:00:00"))).isEqualTo(at("22:00:00"));
    }

    @Test
    void findsTheNextCall() {
        assertThat(DAY.nextCallAt(at("09:00:00"), MINUTE)).isEqualTo(at("09:01:00"));
        assertThat(DAY.nextCallAt(at("09:00:59.999"), MINUTE)).isEqualTo(at("09:01:00"));
        assertThat(DAY.nextCallAt(at("07:00:00"), MINUTE)).isEqualTo(at("08:00:00"));
        assertThat(DAY.nextCallAt(at("17:28:30"), MINUTE)).isEqualTo(at("17:29:00"));
        assertThat(DAY.nextCallAt(at("17:29:00"), MINUTE))
                .isEqualTo(millis("2026-11-23T08:00:00Z"));
        assertThat(DAY.nextCallAt(at("16:00:00"), 7 * 60 * MINUTE))
                .isEqualTo(millis("2026-11-23T09:00:00Z"));
    }

    @Test
    void neverClosesWhereOpeningIsClosing() {
        for (TradingHours always :
                new TradingHours[] {TradingHours.ALWAYS, new TradingHours(600, 600)}) {
            assertThat(always.alwaysOpen()).isTrue();
            assertThat(always.isOpen(at("10:00:00"))).isTrue();
            assertThat(always.isOpen(at("09:59:59.999"))).isTrue();
            assertThat(always.nextOpening(at("10:00:01"))).isEqualTo(at("10:00:01"));
            assertThat(always.nextClosing(at("10:00:00"))).isEqualTo(Long.MAX_VALUE);
            assertThat(always.nextCallAt(at("09:59:30"), MINUTE)).isEqualTo(at("10:00:00"));
            assertThat(always.nextCallAt(0, 3 * 1440 * MINUTE)).isEqualTo(3 * 1440 * MINUTE);
        }
    }

    @Test
    void refusesWhatIsNoMinuteAndCallsThatMissWholeDays() {
        assertThatThrownBy(() -> new TradingHours(-1, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TradingHours(5, 1440))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DAY.nextCallAt(0, DAY.openMillis() + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TradingHours.ALWAYS.nextCallAt(0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long at(String time) {
        return millis("2026-11-22T" + time + "Z");
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
