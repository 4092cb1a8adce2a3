package io.attentionfutures.local.agents;

import io.attentionfutures.market.ContractCode;
import java.util.SplittableRandom;

/** Random numbers that depend on the seed, a contract and a participant, and on nothing else. */
final class ContractRandom {
    private final SplittableRandom random;

    ContractRandom(long seed, ContractCode contract, String participant) {
        long mixed = seed;
        mixed = mix(mixed ^ contract.market().hashCode());
        mixed = mix(mixed ^ contract.startMillis());
        mixed = mix(mixed ^ participant.hashCode());
        this.random = new SplittableRandom(mixed);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** Returns a number from {@code low} inclusive to {@code high} exclusive. */
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Returns a number of mean 0 and standard deviation 1, close to normal. */
    double deviate() {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }

    /** Rounds to a whole number, up or down by chance, so that the mean is kept. */
    long wholeLots(double lots) {
        double floor = Math.floor(lots);
        return (long) floor + (random.nextDouble() < lots - floor ? 1 : 0);
    }
}
