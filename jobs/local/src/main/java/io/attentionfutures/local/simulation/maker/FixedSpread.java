package io.attentionfutures.local.simulation.maker;

/**
 * The simple way: always the same spread, shifted against the inventory in proportion to it.
 *
 * @param halfSpread relative half-spread
 * @param skewPerLot relative shift for each lot held
 */
public record FixedSpread(double halfSpread, double skewPerLot) implements MakerPolicy {
    @Override
    public Quoting quote(MakerState state) {
        return new Quoting(halfSpread, -skewPerLot * state.inventoryLots(), 0);
    }
}
