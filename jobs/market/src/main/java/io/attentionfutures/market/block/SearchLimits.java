package io.attentionfutures.market.block;

/**
 * How far the search for the best blocks goes. Counted, not timed, so that every run finds the
 * same.
 *
 * @param exhaustiveBlocks up to so many blocks that depend on one another, every subset is tried
 * @param windowBlocks of more blocks, so many at a time are tried in every combination
 * @param work after so many auctions of one period no further improvement is tried
 */
record SearchLimits(int exhaustiveBlocks, int windowBlocks, long work) {
    static final SearchLimits DEFAULT = new SearchLimits(10, 8, 1_000_000);
}
