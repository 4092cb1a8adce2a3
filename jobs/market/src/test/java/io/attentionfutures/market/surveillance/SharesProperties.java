package io.attentionfutures.market.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SharesProperties {
    @Example
    void fiftyThirtyTwentyIs3800() {
        assertThat(Shares.concentration(List.of(50L, 30L, 20L))).isEqualTo(3800);
        assertThat(Shares.concentration(List.of(7L))).isEqualTo(10_000);
        assertThat(Shares.concentration(List.of())).isZero();
    }

    @Property
    void concentrationLiesBetweenEqualSharesAndOneAlone(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 1, max = 1L << 40) Long> parts) {
        long index = Shares.concentration(parts);
        assertThat(index).isBetween(10_000L / parts.size(), 10_000L);
    }

    @Property
    void concentrationIgnoresOrderAndBystanders(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 1L << 40) Long> parts,
            @ForAll long seed) {
        List<Long> shuffled = new ArrayList<>(parts);
        shuffled.add(0L);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Shares.concentration(shuffled)).isEqualTo(Shares.concentration(parts));
    }

    @Property
    void aMergerNeverLowersConcentration(
            @ForAll @Size(min = 2, max = 30) List<@LongRange(min = 0, max = 1L << 40) Long> parts) {
        List<Long> merged = new ArrayList<>(parts.subList(1, parts.size()));
        merged.set(0, parts.get(0) + parts.get(1));
        assertThat(Shares.concentration(merged))
                .isGreaterThanOrEqualTo(Shares.concentration(parts));
    }

    @Property
    void comparesExactly(
            @ForAll @LongRange(min = 0, max = 1L << 62) long part,
            @ForAll @LongRange(min = 1, max = 1L << 62) long whole) {
        long share = Shares.basisPoints(part, whole);
        assertThat(Shares.reaches(part, whole, share)).isTrue();
        if (share < Long.MAX_VALUE) {
            assertThat(Shares.reaches(part, whole, share + 1)).isFalse();
            assertThat(Shares.exceeds(part, whole, share + 1)).isFalse();
        }
    }
}
