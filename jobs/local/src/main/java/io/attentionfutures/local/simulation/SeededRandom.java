package io.attentionfutures.local.simulation;

import java.util.SplittableRandom;

/** Random numbers that depend on a seed and a name, and are the same on every machine. */
public final class SeededRandom {
    private final SplittableRandom random;

    public SeededRandom(long seed, String name) {
        this.random = new SplittableRandom(mix(mix(seed) ^ name.hashCode()));
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** Returns a number from {@code low} inclusive to {@code high} exclusive. */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Returns a whole number from {@code low} to {@code high}, both inclusive. */
    public int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Returns a number of mean 0 and standard deviation 1, close to normal, within ±6. */
    public double deviate() {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }

    /** Rounds to a whole number, up or down by chance, so that the mean is kept. */
    public long wholeLots(double lots) {
        double floor = Math.floor(lots);
        return (long) floor + (random.nextDouble() < lots - floor ? 1 : 0);
    }
}
