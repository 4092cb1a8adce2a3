package io.attentionfutures.market.book;

/**
 * Lots of one order that trade in an auction.
 *
 * @param order the order, not yet changed by the fill
 * @param lots at least 1
 */
public record Fill(RestingOrder order, long lots) {}
