package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.PriceLevels;
import io.attentionfutures.market.block.BlockOrder;
import io.attentionfutures.market.block.BlockPeriod;
import io.attentionfutures.market.block.BlockSelection;
import java.util.ArrayList;
import java.util.List;

/**
 * What the blocks of a market do in a call of some of its contracts.
 *
 * @param accepted blocks that trade, by sequence
 * @param paradoxical blocks that are in the money and yet do not trade
 */
record BlockCall(List<RestingBlock> accepted, List<RestingBlock> paradoxical) {
    private static final BlockCall NONE = new BlockCall(List.of(), List.of());

    /**
     * Selects the blocks that trade.
     *
     * @param called contracts that are called together, by start, each with a quote
     */
    static BlockCall of(Market market, List<ContractState> called) {
        List<BlockOrder<RestingBlock>> candidates = new ArrayList<>();
        for (RestingBlock block : market.blocks.all()) {
            int first = firstLeg(block, called);
            if (first >= 0) {
                candidates.add(order(block, called.get(first), first));
            }
        }
        if (candidates.isEmpty()) {
            return NONE;
        }
        List<BlockPeriod> periods = new ArrayList<>();
        for (ContractState contract : called) {
            periods.add(period(contract));
        }
        BlockSelection<RestingBlock> selection = BlockSelection.select(periods, candidates);
        return new BlockCall(
                selection.accepted().stream().map(BlockOrder::key).toList(),
                selection.paradoxicallyRejected().stream().map(BlockOrder::key).toList());
    }

    /** Returns the index of a block's first period if all of its periods are called, else -1. */
    private static int firstLeg(RestingBlock block, List<ContractState> called) {
        int first = -1;
        int found = 0;
        for (int i = 0; i < called.size(); i++) {
            if (block.covers(called.get(i))) {
                first = first < 0 ? i : first;
                found++;
            }
        }
        return found == block.periods() ? first : -1;
    }

    private static BlockOrder<RestingBlock> order(
            RestingBlock block, ContractState first, int index) {
        long limit = block.limitTicks();
        if (block.type() == OrderType.MARKET) {
            limit = marketLimit(first, block.side());
        }
        return new BlockOrder<>(
                block, block.side(), block.lots(), limit, index, block.periods(), block.sequence());
    }

    private static BlockPeriod period(ContractState contract) {
        PriceLevels buys = new PriceLevels();
        PriceLevels sells = new PriceLevels();
        contract.book.levels(Side.BUY, marketLimit(contract, Side.BUY), buys);
        contract.book.levels(Side.SELL, marketLimit(contract, Side.SELL), sells);
        return new BlockPeriod(buys, sells, contract.quote.ticks(), contract.quote.band());
    }

    private static long marketLimit(ContractState contract, Side side) {
        ContractSpecification rules = contract.rules();
        Band band = contract.quote.band();
        return side == Side.BUY
                ? band.marketBuyLimit(contract.quote.ticks(), rules.protectionTicks())
                : band.marketSellLimit(contract.quote.ticks(), rules.protectionTicks());
    }

    /** Lots that accepted blocks trade in a contract. */
    long lots(ContractState contract, Side side) {
        long lots = 0;
        for (RestingBlock block : accepted) {
            if (block.side() == side && block.covers(contract)) {
                lots += block.lots();
            }
        }
        return lots;
    }
}
