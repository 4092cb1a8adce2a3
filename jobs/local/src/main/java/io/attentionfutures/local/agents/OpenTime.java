package io.attentionfutures.local.agents;

import io.attentionfutures.market.phase.TradingHours;

/** The part of a span of time in which a market trades. */
record OpenTime(TradingHours hours, long fromMillis, long untilMillis) {
    /** Returns how much of it there is. */
    long millis() {
        if (hours.alwaysOpen()) {
            return Math.max(0, untilMillis - fromMillis);
        }
        long sum = 0;
        for (long open = hours.nextOpening(fromMillis); open < untilMillis; ) {
            long close = Math.min(untilMillis, hours.nextClosing(open));
            sum += close - open;
            open = hours.nextOpening(close);
        }
        return sum;
    }

    /** Returns the time at which so much of it has passed; it must be less than there is. */
    long after(long passedMillis) {
        if (hours.alwaysOpen()) {
            return fromMillis + passedMillis;
        }
        long left = passedMillis;
        long open = hours.nextOpening(fromMillis);
        while (left >= hours.nextClosing(open) - open) {
            left -= hours.nextClosing(open) - open;
            open = hours.nextOpening(hours.nextClosing(open));
        }
        return open + left;
    }
}
