package io.attentionfutures.market.auction;

/**
 * A {@link PriceCurve} with lots added or taken away, cut into pieces of the band on which the
 * change is constant. Built piece by piece in ascending order, then asked once.
 */
final class ShiftedCurve {
    private final PriceCurve curve;
    private final long low;
    private final long high;
    private final long[] cuts;
    private final int[] firstStretch;
    private final long[] supplyShift;
    private final long[] negatedDemandShift;
    private final long[] excessShift;
    private int pieces;

    private ShiftedCurve(PriceCurve curve, int most) {
        this.curve = curve;
        this.low = curve.band().lowTicks();
        this.high = curve.band().highTicks();
        this.cuts = new long[most];
        this.firstStretch = new int[most];
        this.supplyShift = new long[most];
        this.negatedDemandShift = new long[most];
        this.excessShift = new long[most];
    }

    /** The same change at every price. */
    static ShiftedCurve of(PriceCurve curve, long buyLots, long sellLots) {
        ShiftedCurve shifted = new ShiftedCurve(curve, 1);
        shifted.append(shifted.low, buyLots, sellLots);
        return shifted;
    }

    static ShiftedCurve of(PriceCurve curve, CurveSteps steps) {
        ShiftedCurve shifted = new ShiftedCurve(curve, steps.size() + 1);
        long demand = steps.buyLots();
        long supply = 0;
        long cut = shifted.low;
        for (int step = 0; step < steps.size() && steps.turn(step) <= shifted.high; step++) {
            if (steps.turn(step) > cut) {
                shifted.append(cut, demand, supply);
                cut = steps.turn(step);
            }
            demand += steps.demandChange(step);
            supply += steps.supplyChange(step);
        }
        shifted.append(cut, demand, supply);
        return shifted;
    }

    private void append(long cut, long demand, long supply) {
        cuts[pieces] = cut;
        firstStretch[pieces] = curve.stretchAt(cut);
        negatedDemandShift[pieces] = -demand;
        supplyShift[pieces] = supply;
        excessShift[pieces++] = supply - demand;
    }

    AuctionResult clear() {
        PriceLadder ladder = new PriceLadder();
        // Demand exceeds or equals supply up to the last balanced tick, and never from there on.
        long right = firstTick(curve.excess, excessShift, 1);
        long left = right - 1;
        long leftVolume = left >= low ? supplyAt(left) : 0;
        long rightVolume = right <= high ? demandAt(right) : 0;
        long volume = Math.max(leftVolume, rightVolume);
        if (volume > 0 && leftVolume == volume) {
            long demand = demandAt(left);
            long first = firstTick(curve.supply, supplyShift, volume);
            long tied =
                    Math.max(first, firstTick(curve.negatedDemand, negatedDemandShift, -demand));
            if (first < tied) {
                ladder.visit(first, tied - 1, demandAt(first), volume);
            }
            ladder.visit(tied, left, demand, volume);
        }
        if (volume > 0 && rightVolume == volume) {
            long supply = supplyAt(right);
            long last = firstTick(curve.negatedDemand, negatedDemandShift, 1 - volume) - 1;
            long tied = Math.min(last, firstTick(curve.supply, supplyShift, supply + 1) - 1);
            ladder.visit(right, tied, volume, supply);
            if (tied < last) {
                ladder.visit(tied + 1, last, volume, supplyAt(last));
            }
        }
        return ladder.decide(curve.referenceTicks());
    }

    private long supplyAt(long ticks) {
        return curve.supply[curve.stretchAt(ticks)] + supplyShift[pieceAt(ticks)];
    }

    private long demandAt(long ticks) {
        return -curve.negatedDemand[curve.stretchAt(ticks)] - negatedDemandShift[pieceAt(ticks)];
    }

    private int pieceAt(long ticks) {
        int piece = pieces - 1;
        while (cuts[piece] > ticks) {
            piece--;
        }
        return piece;
    }

    /**
     * Returns the first tick at which a quantity that never falls reaches a number of lots, the
     * band's high + 1 if it never does.
     */
    private long firstTick(long[] rising, long[] shift, long lots) {
        for (int piece = 0; piece < pieces; piece++) {
            long needed = lots - shift[piece];
            int last = piece + 1 < pieces ? lastBefore(piece + 1) : rising.length - 1;
            if (rising[last] >= needed) {
                int found = firstStretch[piece];
                while (found < last) {
                    int middle = (found + last) >>> 1;
                    if (rising[middle] >= needed) {
                        last = middle;
                    } else {
                        found = middle + 1;
                    }
                }
                return Math.max(cuts[piece], curve.starts[found]);
            }
        }
        return high + 1;
    }

    private int lastBefore(int piece) {
        int stretch = firstStretch[piece];
        return curve.starts[stretch] == cuts[piece] ? stretch - 1 : stretch;
    }
}
