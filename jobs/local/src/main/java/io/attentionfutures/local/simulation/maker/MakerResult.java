package io.attentionfutures.local.simulation.maker;

/** What a market maker earned, and at which spreads. */
public final class MakerResult {
    private long profitTicks;
    private double surpriseTicks;
    private long gateLots;
    private long contracts;
    private long tradedLots;
    private double edges;
    private double quotedSpreads;
    private long quotes;

    void surprised(double ticks) {
        surpriseTicks += ticks;
    }

    /** Profit without what forecasts moved the lots held; the same in the mean, with less noise. */
    public double steadyProfitTicks() {
        return profitTicks - surpriseTicks;
    }

    void quoted(double spread) {
        quotedSpreads += spread;
        quotes++;
    }

    void traded(long lots, double edge) {
        tradedLots += lots;
        edges += edge;
    }

    void settled(long ticks, long position) {
        profitTicks += ticks;
        gateLots += Math.abs(position);
        contracts++;
    }

    /**
     * Money received less paid, with what was left at the gate at settlement prices; ticks·lots.
     */
    public long profitTicks() {
        return profitTicks;
    }

    /** Mean of |lots| held when a contract's gate closed. */
    public double gateLots() {
        return contracts == 0 ? 0 : (double) gateLots / contracts;
    }

    /** Net lots bought or sold in the calls. */
    public long tradedLots() {
        return tradedLots;
    }

    /** Mean relative distance of ask and bid. */
    public double quotedSpread() {
        return quotes == 0 ? 0 : quotedSpreads / quotes;
    }

    /** Twice the mean relative distance of the price from the middle at which it was quoted. */
    public double effectiveSpread() {
        return tradedLots == 0 ? 0 : 2 * edges / tradedLots;
    }
}
