package io.attentionfutures.market.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.auction.Band;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class DynamicBandProperties {
    private static final Band HARD = new Band(50, 1000);

    @Property
    void holdsThePriceAndOnlyWidens(
            @ForAll @LongRange(min = 0, max = 40) long floor,
            @ForAll @DoubleRange(min = 0, max = 5) double multiplier,
            @ForAll @DoubleRange(min = 0, max = 0.1) @Scale(6) double deviation,
            @ForAll @DoubleRange(min = 1, max = 4) double factor,
            @ForAll @LongRange(min = 50, max = 1000) long last,
            @ForAll @LongRange(min = 0, max = 1000) long reference,
            @ForAll @LongRange(min = 0, max = 3_600_000) long elapsed,
            @ForAll @LongRange(min = 0, max = 3_600_000) long more) {
        DynamicBand rule = new DynamicBand(floor, multiplier, deviation, factor);
        Band band = rule.around(last, reference, elapsed, CallPhase.ENTRY, HARD);
        Band later = rule.around(last, reference, elapsed + more, CallPhase.ENTRY, HARD);
        Band extended = rule.around(last, reference, elapsed, CallPhase.EXTENDED, HARD);

        assertThat(band.contains(last)).isTrue();
        assertThat(band.contains(HARD.clamp(last + floor))).isTrue();
        assertThat(holds(HARD, band)).isTrue();
        assertThat(holds(later, band)).isTrue();
        assertThat(holds(extended, band)).isTrue();
    }

    private static boolean holds(Band outer, Band inner) {
        return outer.lowTicks() <= inner.lowTicks() && inner.highTicks() <= outer.highTicks();
    }
}
