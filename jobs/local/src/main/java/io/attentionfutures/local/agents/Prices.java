package io.attentionfutures.local.agents;

import io.attentionfutures.schemas.ContractSpecification;

/** Limits that the market admits. */
record Prices(ContractSpecification specification) {
    long timesMarginalCost(double factor) {
        return admissible(Math.round(factor * specification.getMarginalCostTicks()));
    }

    long between(long low, long high) {
        return admissible((low + high) / 2);
    }

    private long admissible(long ticks) {
        long increment = specification.getPriceIncrementTicks();
        long rounded = Math.floorDiv(ticks, increment) * increment;
        return Math.max(
                specification.getFloorTicks(), Math.min(specification.getCapTicks(), rounded));
    }
}
