package io.attentionfutures.local.simulation.maker;

/**
 * What a market maker goes by when it quotes a contract.
 *
 * @param inventoryLots net lots that it holds, long positive
 * @param volatility moving average of the relative price change from trade to trade
 * @param callsToGate calls that are still to come, the next one included
 */
public record MakerState(long inventoryLots, double volatility, int callsToGate) {}
