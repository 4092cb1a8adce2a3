package io.attentionfutures.local.simulation.maker;

/**
 * The simple way: always the same spread, shifted against the inventory in proportion to it, and by
 * a constant.
 *
 * @param halfSpread relative half-spread
 * @param skewPerLot relative shift for each lot held
 * @param lean relative shift whatever is held, above zero to buy more than to sell
 */
public record FixedSpread(double halfSpread, double skewPerLot, double lean)
        implements MakerPolicy {
    @Override
    public Quoting quote(MakerState state) {
        return new Quoting(halfSpread, lean - skewPerLot * state.inventoryLots(), 0);
    }
}
