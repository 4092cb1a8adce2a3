package io.attentionfutures.market.block;

/** Tries every combination of a few blocks, the others staying as they are. */
final class BlockCombinations {
    private final Acceptance acceptance;
    private final int[] members;
    private final int[] window;

    /**
     * Makes a search.
     *
     * @param members all blocks that depend on one another
     * @param window the few of them to try, ascending
     */
    BlockCombinations(Acceptance acceptance, int[] members, int[] window) {
        this.acceptance = acceptance;
        this.members = members;
        this.window = window;
    }

    /**
     * Leaves the combination with the largest welfare in place; of several, the one that accepts
     * the earliest block that they differ in. Present blocks must be acceptable together. Returns
     * whether welfare rose.
     */
    boolean takeBest() {
        int start = combination();
        int best = start;
        long startWelfare = acceptance.welfare();
        long bestWelfare = startWelfare;
        int combination = start;
        // A Gray code: each combination differs from the one before in a single block.
        for (int count = 1; count < 1 << window.length; count++) {
            int changed = Integer.numberOfTrailingZeros(count);
            acceptance.toggle(window[window.length - 1 - changed]);
            combination ^= 1 << changed;
            if (acceptance.isAcceptable(members)) {
                long welfare = acceptance.welfare();
                if (welfare > bestWelfare || (welfare == bestWelfare && combination > best)) {
                    best = combination;
                    bestWelfare = welfare;
                }
            }
        }
        for (int bit = 0; bit < window.length; bit++) {
            if (((combination ^ best) >> bit & 1) != 0) {
                acceptance.toggle(window[window.length - 1 - bit]);
            }
        }
        return bestWelfare > startWelfare;
    }

    /** The accepted blocks as bits, the earliest block highest. */
    private int combination() {
        int bits = 0;
        for (int block : window) {
            bits = bits << 1 | (acceptance.isAccepted(block) ? 1 : 0);
        }
        return bits;
    }
}
