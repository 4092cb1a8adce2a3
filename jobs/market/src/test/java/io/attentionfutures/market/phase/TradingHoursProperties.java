package io.attentionfutures.market.phase;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TradingHoursProperties {
    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;

    @Property
    void isOpenInTheMinutesThatFollowTheOpening(
            @ForAll @IntRange(max = 1439) int open,
            @ForAll @IntRange(max = 1439) int close,
            @ForAll @LongRange(min = -5 * DAY, max = 5 * DAY) long time) {
        boolean[] minutes = new boolean[1440];
        int minute = open;
        do {
            minutes[minute] = true;
            minute = (minute + 1) % 1440;
        } while (minute != close);

        assertThat(new TradingHours(open, close).isOpen(time))
                .isEqualTo(minutes[(int) (Math.floorMod(time, DAY) / MINUTE)]);
    }

    @Property(tries = 300)
    void findsWhatAScanOfMinutesFinds(
            @ForAll @IntRange(max = 1439) int open,
            @ForAll @IntRange(max = 1439) int close,
            @ForAll @LongRange(min = -5 * DAY, max = 5 * DAY) long time) {
        Assume.that(open != close);
        TradingHours hours = new TradingHours(open, close);

        assertThat(hours.nextOpening(time)).isEqualTo(scan(hours, true, time));
        assertThat(hours.nextClosing(time)).isEqualTo(scan(hours, false, time));
    }

    @Property(tries = 300)
    void callsAtTheFirstMultipleInTradingHours(
            @ForAll @IntRange(max = 1439) int open,
            @ForAll @IntRange(max = 1439) int close,
            @ForAll @LongRange(min = -5 * DAY, max = 5 * DAY) long after,
            @ForAll @LongRange(min = 1_000, max = DAY) long interval) {
        TradingHours hours = new TradingHours(open, close);
        Assume.that(interval <= hours.openMillis());
        long expected = after + 1;
        expected += Math.floorMod(-expected, interval);
        while (!hours.isOpen(expected)) {
            expected += interval;
        }

        long call = hours.nextCallAt(after, interval);

        assertThat(call).isEqualTo(expected);
        assertThat(hours.nextCallAt(call - 1, interval)).isEqualTo(call);
    }

    /** The first time from {@code time} on, itself or a full minute, that is open or closed. */
    private static long scan(TradingHours hours, boolean open, long time) {
        long next = time;
        while (hours.isOpen(next) != open) {
            next = (Math.floorDiv(next, MINUTE) + 1) * MINUTE;
        }
        return next;
    }
}
