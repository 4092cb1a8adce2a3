package io.attentionfutures.market.block;

import io.attentionfutures.market.auction.AuctionResult;

/**
 * How a period clears with the accepted blocks.
 *
 * @param result price, volume with block lots, surplus and the rule that decided
 * @param blockBuyLots lots that accepted blocks buy in the period
 * @param blockSellLots lots that accepted blocks sell in the period
 */
public record PeriodClearing(AuctionResult result, long blockBuyLots, long blockSellLots) {}
