package io.attentionfutures.market.auction;

/**
 * Weighted max-min fairness: the same as giving one lot at a time to the unsatisfied claimant with
 * the smallest {@code (given + 1) / weight}, earlier claimants first, but in closed form.
 *
 * <p>Lot number {@code k} of claimant {@code i} is handed out at level {@code k / weight(i)}; the
 * lots that are handed out are those with the lowest levels. The water level {@code w} with {@code
 * sum(min(wanted, w * weight)) = need} is found by Newton's method on that piecewise linear,
 * concave function, in integers. Whole lots below the level are given at once; fewer lots than
 * claimants are then left and handed out one by one.
 */
final class WaterFilling {
    private final long[] wanted;
    private final int[] weights;
    private final long[] given;
    private final int[] thirsty;
    private int thirstyCount;

    private WaterFilling(long[] wanted, int[] weights) {
        this.wanted = wanted;
        this.weights = weights;
        this.given = new long[wanted.length];
        this.thirsty = new int[wanted.length];
    }

    static long[] share(long need, long[] wanted, int[] weights) {
        WaterFilling filling = new WaterFilling(wanted, weights);
        filling.fill(need);
        return filling.given;
    }

    private void fill(long need) {
        long left = need;
        long weight = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] > 0) {
                thirsty[thirstyCount++] = i;
                weight += weights[i];
            }
        }
        boolean settled = thirstyCount == 0;
        while (!settled) {
            settled = true;
            long level = left;
            long levelWeight = weight;
            int kept = 0;
            for (int j = 0; j < thirstyCount; j++) {
                int i = thirsty[j];
                if (compareProducts(wanted[i], levelWeight, level, weights[i]) <= 0) {
                    given[i] = wanted[i];
                    left -= wanted[i];
                    weight -= weights[i];
                    settled = false;
                } else {
                    thirsty[kept++] = i;
                }
            }
            thirstyCount = kept;
            settled |= thirstyCount == 0;
        }
        if (thirstyCount == 0) {
            return;
        }
        long below = left;
        for (int j = 0; j < thirstyCount; j++) {
            int i = thirsty[j];
            given[i] = Rationing.multiplyDivide(below, weights[i], weight);
            left -= given[i];
        }
        giveSingleLots(left);
    }

    private void giveSingleLots(long lots) {
        for (int parent = thirstyCount / 2 - 1; parent >= 0; parent--) {
            sink(parent);
        }
        for (long left = lots; left > 0; left--) {
            int next = thirsty[0];
            if (++given[next] == wanted[next]) {
                thirsty[0] = thirsty[--thirstyCount];
            }
            sink(0);
        }
    }

    /** Restores the heap below {@code root}; its top is the claimant that gets the next lot. */
    private void sink(int root) {
        int parent = root;
        while (2 * parent + 1 < thirstyCount) {
            int child = 2 * parent + 1;
            if (child + 1 < thirstyCount && before(thirsty[child + 1], thirsty[child])) {
                child++;
            }
            if (!before(thirsty[child], thirsty[parent])) {
                return;
            }
            int moved = thirsty[parent];
            thirsty[parent] = thirsty[child];
            thirsty[child] = moved;
            parent = child;
        }
    }

    private boolean before(int a, int b) {
        int order = compareProducts(given[a] + 1, weights[b], given[b] + 1, weights[a]);
        return order != 0 ? order < 0 : a < b;
    }

    /** Compares {@code a * b} with {@code c * d}, all non-negative, in 128 bits. */
    private static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }
}
