package io.attentionfutures.forecast.model;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Finds the places of a block of rows in which a row's output is the same to the last bit. A matrix
 * library's kernels round differently for different numbers of rows, and, at their edges, in
 * different places; so engines score blocks of one fixed size, and put rows only where they all
 * come out alike. Which places these are depends on the library, its build and the processor, and
 * is found by trying.
 */
public final class StablePlaces {

    private static final int PROBES = 4;

    private StablePlaces() {}

    /** Scores a block. */
    public interface Block {

        /**
         * @param rows {@code [row][feature][step]}, as many as the block has
         * @return {@code [row][window]}
         */
        float[][] score(float[][][] rows);
    }

    /**
     * Finds the places.
     *
     * @param block scores a block
     * @param size its rows
     * @return the places, in order; none if a row's output depends on the other rows, as that of a
     *     network that mixes the rows of a batch does
     */
    public static int[] find(Block block, int size) {
        float[][][] probes = new float[PROBES][][];
        float[][] alone = new float[PROBES][];
        int[] places = IntStream.range(0, size).toArray();
        for (int probe = 0; probe < PROBES; probe++) {
            probes[probe] = row(probe);
            float[][][] rows = empty(size);
            Arrays.fill(rows, probes[probe]);
            float[][] scores = block.score(rows);
            float[] first = scores[0];
            alone[probe] = first;
            places =
                    Arrays.stream(places)
                            .filter(place -> Arrays.equals(scores[place], first))
                            .toArray();
        }
        boolean independent = holds(block, size, places, probes, alone, 0);
        independent &= holds(block, size, places, probes, alone, 1);
        return independent ? places : new int[0];
    }

    /** A block in which no row is given: all numbers are zero. */
    public static float[][][] empty(int size) {
        float[][][] rows = new float[size][][];
        Arrays.fill(rows, new float[FeatureExtractor.FEATURES][FeatureExtractor.STEPS]);
        return rows;
    }

    private static boolean holds(
            Block block, int size, int[] places, float[][][] probes, float[][] alone, int shift) {
        float[][][] rows = empty(size);
        // The last place stays empty, so that the mean of the block is another one.
        for (int i = 0; i < Math.max(1, places.length - 1); i++) {
            rows[places[i]] = probes[(i + shift) % PROBES];
        }
        float[][] scores = block.score(rows);
        for (int i = 0; i < Math.max(1, places.length - 1); i++) {
            if (!Arrays.equals(scores[places[i]], alone[(i + shift) % PROBES])) {
                return false;
            }
        }
        return true;
    }

    private static float[][] row(int seed) {
        Random random = new Random(seed);
        float[][] row = new float[FeatureExtractor.FEATURES][FeatureExtractor.STEPS];
        for (float[] feature : row) {
            for (int step = 0; step < feature.length; step++) {
                feature[step] = (float) random.nextGaussian();
            }
        }
        return row;
    }
}
