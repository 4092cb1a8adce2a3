package io.attentionfutures.benchmarks.flow;

import java.util.List;

/** What grows, step by step, while the rest stays as it is. */
enum ScaleDimension {
    /** Orders that rest in one segment of 24 contracts. */
    RESTING(1_000, 10_000, 100_000, 1_000_000),
    /** Accounts in one segment of 24 contracts. */
    ACCOUNTS(1_000, 10_000, 100_000, 1_000_000),
    /** Markets of 24 contracts each, ten to a segment. */
    MARKETS(10, 100, 1_000, 10_000),
    /** Segments of one market each. */
    SEGMENTS(1, 10, 100, 1_000);

    private static final int RESTING_ORDERS = 10_000;
    private static final int MARKETS_IN_SEGMENT = 10;

    private final List<Integer> steps;

    ScaleDimension(Integer... steps) {
        this.steps = List.of(steps);
    }

    /** Returns its steps up to a largest one. */
    List<Integer> upTo(int largest) {
        return steps.stream().filter(step -> step <= largest).toList();
    }

    /** Returns the shape of a flow at a step. */
    FlowShape shape(int step, long records, FlowOptions options) {
        int markets =
                switch (this) {
                    case MARKETS, SEGMENTS -> step;
                    case RESTING, ACCOUNTS -> 1;
                };
        int segments =
                switch (this) {
                    case SEGMENTS -> step;
                    case MARKETS -> Math.max(1, step / MARKETS_IN_SEGMENT);
                    case RESTING, ACCOUNTS -> 1;
                };
        return new FlowShape(
                markets * FlowShape.CONTRACTS_PER_MARKET,
                segments,
                // As many accounts in all, wherever they trade.
                this == ACCOUNTS ? step : Math.max(4, options.accounts / segments),
                this == RESTING ? step : RESTING_ORDERS,
                records,
                options.recordsPerSecond,
                options.telemetryShare,
                options.seed);
    }
}
