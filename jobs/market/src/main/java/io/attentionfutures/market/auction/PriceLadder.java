package io.attentionfutures.market.auction;

/**
 * The rules that pick the price. Is shown stretches of ticks that all have the same demand and
 * supply, in ascending order, and keeps the ties at the largest volume and smallest surplus.
 */
final class PriceLadder {
    private long bestVolume;
    private long smallestSurplus;
    private long firstMaximal;
    private long lastMaximal;
    private long firstTick;
    private long lastTick;
    private long firstSurplus;
    private long lastSurplus;
    private long highestPositive;
    private long lowestNegative;

    /** Takes note of a stretch of ticks that all have the same demand and supply. */
    void visit(long start, long end, long demand, long supply) {
        long volume = Math.min(demand, supply);
        if (volume < bestVolume || volume == 0) {
            return;
        }
        long surplus = demand - supply;
        if (volume > bestVolume) {
            bestVolume = volume;
            firstMaximal = start;
            startTies(start, surplus);
        } else if (Math.abs(surplus) < smallestSurplus) {
            startTies(start, surplus);
        }
        lastMaximal = end;
        if (Math.abs(surplus) == smallestSurplus) {
            if (surplus > 0) {
                highestPositive = end;
            } else if (surplus < 0 && (lastSurplus >= 0 || firstTick == start)) {
                lowestNegative = start;
            }
            lastTick = end;
            lastSurplus = surplus;
        }
    }

    private void startTies(long start, long surplus) {
        smallestSurplus = Math.abs(surplus);
        firstTick = start;
        firstSurplus = surplus;
        lastSurplus = surplus;
    }

    AuctionResult decide(long reference) {
        if (bestVolume == 0) {
            return AuctionResult.noPrice();
        }
        if (firstTick == lastTick) {
            RuleStep step = firstMaximal == lastMaximal ? RuleStep.UNIQUE : RuleStep.MIN_SURPLUS;
            return result(firstTick, firstSurplus, step);
        }
        if (smallestSurplus == 0) {
            return result(clamp(reference, firstTick, lastTick), 0, RuleStep.REFERENCE);
        }
        // The surplus never rises with the price, so the first and the last tie tell all signs.
        if (lastSurplus > 0) {
            return result(lastTick, lastSurplus, RuleStep.PRESSURE_BUY);
        }
        if (firstSurplus < 0) {
            return result(firstTick, firstSurplus, RuleStep.PRESSURE_SELL);
        }
        long price = clamp(reference, highestPositive, lowestNegative);
        long surplus = price <= highestPositive ? smallestSurplus : -smallestSurplus;
        return result(price, surplus, RuleStep.REFERENCE);
    }

    private AuctionResult result(long price, long surplus, RuleStep step) {
        return new AuctionResult(
                price, bestVolume, surplus, step, AuctionResult.NO_TICKS, AuctionResult.NO_TICKS);
    }

    private static long clamp(long value, long low, long high) {
        return Math.max(low, Math.min(high, value));
    }
}
