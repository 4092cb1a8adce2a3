package io.attentionfutures.local.simulation.maker;

/** Decides how far from the middle a market maker quotes. */
public interface MakerPolicy {
    /**
     * A pair of quotes around a middle price {@code m}: bid {@code m(1 + skew - halfSpread)}, ask
     * {@code m(1 + skew + halfSpread)}.
     *
     * @param halfSpread relative half-spread, positive
     * @param skew relative shift of both quotes; below zero to get rid of lots
     * @param action number of the choice, for policies that learn; else 0
     */
    record Quoting(double halfSpread, double skew, int action) {}

    Quoting quote(MakerState state);
}
