package io.attentionfutures.market.clearing;

import io.attentionfutures.market.settlement.Allocation;
import io.attentionfutures.market.settlement.SettlementPrice;
import java.util.List;

/**
 * What is known of a contract between gate closure and settlement.
 *
 * @param price what it was settled at when its gate closed
 * @param allocations who delivers to whom
 */
record Delivering(SettlementPrice price, List<Allocation> allocations) {}
