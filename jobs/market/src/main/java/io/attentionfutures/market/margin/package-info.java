/**
 * Margin as pure rules without state: how much collateral positions and orders need, what moves
 * between accounts when the mark moves, and who pays when an account cannot.
 *
 * <p>Sums of money are {@link java.math.BigInteger}s of minor units, so no sum can wrap; a margin
 * per lot is a {@code long}, below 2^50. Volatility and margin parameters are the only floating
 * point here, and use only operations whose result is the same on every machine.
 */
package io.attentionfutures.market.margin;
