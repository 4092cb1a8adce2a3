package io.attentionfutures.local.simulation.experiment;

import java.util.List;

/**
 * What jobs cost in each way.
 *
 * @param rows the planner first
 */
public record BidderReport(long seed, int worlds, int weeks, List<Row> rows) {
    /**
     * One way to buy. Costs are in ticks for one lot of one hour.
     *
     * @param costPerJob in minor units of money
     * @param saved what the planner saves against it, ticks for one lot of one hour, world by world
     * @param savedPercent the same in percent of this way's cost
     */
    public record Row(
            String way,
            Estimate cost,
            Estimate interruptibleCost,
            Estimate consecutiveCost,
            Estimate costPerJob,
            int jobs,
            int inTime,
            Estimate saved,
            double savedPercent) {}
}
