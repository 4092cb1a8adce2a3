package io.attentionfutures.benchmarks.flow;

/**
 * What a benchmark's market looks like, and how much happens in it.
 *
 * @param contracts open contracts, a multiple of {@value #CONTRACTS_PER_MARKET}
 * @param segments clearing segments that the markets are spread over
 * @param accounts accounts in each segment
 * @param restingOrders orders that rest away from the price before the flow begins, and that as
 *     many commands add to as take away from, over all segments
 * @param records orders and telemetry samples of the flow
 * @param recordsPerSecond how many of them there are in a second of the log's time
 * @param telemetryShare part of them that are telemetry samples
 * @param seed seed of everything that is drawn
 */
record FlowShape(
        int contracts,
        int segments,
        int accounts,
        int restingOrders,
        long records,
        int recordsPerSecond,
        double telemetryShare,
        long seed) {
    static final int CONTRACTS_PER_MARKET = 24;

    FlowShape {
        if (contracts < CONTRACTS_PER_MARKET || contracts % CONTRACTS_PER_MARKET != 0) {
            throw new IllegalArgumentException(
                    "contracts must be a multiple of "
                            + CONTRACTS_PER_MARKET
                            + ", a market's, were "
                            + contracts);
        }
        if (segments < 1 || segments > contracts / CONTRACTS_PER_MARKET) {
            throw new IllegalArgumentException(
                    "segments must be 1 to the number of markets, "
                            + contracts / CONTRACTS_PER_MARKET
                            + ", were "
                            + segments);
        }
        if (accounts < 4) {
            throw new IllegalArgumentException("accounts must be at least 4, were " + accounts);
        }
        if (records < 1 || recordsPerSecond < 10) {
            throw new IllegalArgumentException(
                    "there must be at least 1 record and 10 a second, were "
                            + records
                            + " and "
                            + recordsPerSecond);
        }
    }

    int markets() {
        return contracts / CONTRACTS_PER_MARKET;
    }
}
