package io.attentionfutures.local.simulation.experiment;

import java.util.List;

/**
 * What each market maker earned in the same worlds.
 *
 * @param episodes weeks that were learnt from
 * @param rows the learnt one first, then the fixed ones by how well they did in tuning
 */
public record MakerReport(long seed, int worlds, int weeks, int episodes, List<Row> rows) {
    /**
     * One market maker; all figures are for one world.
     *
     * @param profit money received less paid, with what was left at the gate at the settlement
     *     price; ticks times lots
     * @param steadyProfit the same less what forecasts moved the lots held, which nobody can
     *     foresee: the same in the mean, with less noise
     * @param quotedSpread mean distance of ask and bid, relative to the middle
     * @param effectiveSpread twice the mean distance of the price from the middle
     * @param lots lots traded
     * @param gateLots mean of lots held, long or short, when a contract's gate closed
     * @param learntMore what the learnt maker earned more, world by world
     * @param learntMoreSteady the same of the steady profit
     */
    public record Row(
            String maker,
            Estimate profit,
            Estimate steadyProfit,
            Estimate quotedSpread,
            Estimate effectiveSpread,
            Estimate lots,
            Estimate gateLots,
            Estimate learntMore,
            Estimate learntMoreSteady) {}
}
