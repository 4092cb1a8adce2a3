package io.attentionfutures.training.sample;

import java.util.stream.IntStream;

/**
 * Origins of one market.
 *
 * @param market the market
 * @param first first origin
 * @param last last origin; there is none if it lies before the first
 */
public record Span(MarketExamples market, int first, int last) {

    /** Number of origins. */
    public int size() {
        return Math.max(0, last - first + 1);
    }

    /** Every {@code stride}-th origin, counted from the newest back. */
    IntStream every(int stride) {
        // What is recent is most like what is to come, so the newest is always there.
        return IntStream.iterate(
                first + Math.floorMod(last - first, stride), o -> o <= last, o -> o + stride);
    }
}
