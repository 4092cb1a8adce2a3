package io.attentionfutures.market.block;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Levels;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of block orders taken literally: clears every subset of the blocks with the call
 * auction and shares out the welfare order by order.
 */
final class BlockOptimum {
    private final BlockMarket market;

    BlockOptimum(BlockMarket market) {
        this.market = market;
    }

    /** The largest welfare of all subsets in which every block is filled and none loses. */
    long welfare() {
        return best(true);
    }

    /** The largest welfare of all subsets in which every block is filled, even if some lose. */
    long welfareWithLosses() {
        return best(false);
    }

    private long best(boolean noLosses) {
        long best = Long.MIN_VALUE;
        for (int subset = 0; subset < 1 << market.blocks().size(); subset++) {
            List<BlockOrder<Integer>> accepted = subset(subset);
            List<AuctionResult> results = clear(accepted);
            if (isFilled(accepted, results) && !(noLosses && anyLoses(accepted, results))) {
                best = Math.max(best, welfare(accepted, results));
            }
        }
        return best;
    }

    private List<BlockOrder<Integer>> subset(int bits) {
        List<BlockOrder<Integer>> accepted = new ArrayList<>();
        for (int block = 0; block < market.blocks().size(); block++) {
            if ((bits >> block & 1) != 0) {
                accepted.add(market.blocks().get(block));
            }
        }
        return accepted;
    }

    /** The call auction of each period with the blocks as orders at the ends of the band. */
    List<AuctionResult> clear(List<BlockOrder<Integer>> accepted) {
        List<AuctionResult> results = new ArrayList<>();
        for (int hour = 0; hour < market.hours().size(); hour++) {
            Levels levels = market.hours().get(hour).levels();
            levels.add(Side.BUY, BlockMarket.BAND.highTicks(), lots(accepted, Side.BUY, hour));
            levels.add(Side.SELL, BlockMarket.BAND.lowTicks(), lots(accepted, Side.SELL, hour));
            results.add(levels.clear(market.hours().get(hour).reference(), BlockMarket.BAND));
        }
        return results;
    }

    static long lots(List<BlockOrder<Integer>> blocks, Side side, int hour) {
        return blocks.stream()
                .filter(b -> b.side() == side && b.firstPeriod() <= hour && hour < b.endPeriod())
                .mapToLong(BlockOrder::lots)
                .sum();
    }

    static boolean isFilled(List<BlockOrder<Integer>> accepted, List<AuctionResult> results) {
        for (int hour = 0; hour < results.size(); hour++) {
            long volume = results.get(hour).volumeLots();
            if (volume < lots(accepted, Side.BUY, hour)
                    || volume < lots(accepted, Side.SELL, hour)) {
                return false;
            }
        }
        return true;
    }

    static boolean anyLoses(List<BlockOrder<Integer>> accepted, List<AuctionResult> results) {
        return accepted.stream().anyMatch(block -> gain(block, results) < 0);
    }

    /** What a block gains at given prices, period by period. */
    static long gain(BlockOrder<Integer> block, List<AuctionResult> results) {
        long gain = 0;
        for (int hour = block.firstPeriod(); hour < block.endPeriod(); hour++) {
            long better = block.limitTicks() - results.get(hour).priceTicks();
            gain += block.side() == Side.BUY ? block.lots() * better : -block.lots() * better;
        }
        return gain;
    }

    long welfare(List<BlockOrder<Integer>> accepted, List<AuctionResult> results) {
        long welfare = 0;
        for (BlockOrder<Integer> block : accepted) {
            welfare += block.side().sign() * block.lots() * block.periods() * block.limitTicks();
        }
        for (int hour = 0; hour < results.size(); hour++) {
            long volume = results.get(hour).volumeLots();
            welfare += best(hour, Side.BUY, volume - lots(accepted, Side.BUY, hour));
            welfare -= best(hour, Side.SELL, volume - lots(accepted, Side.SELL, hour));
        }
        return welfare;
    }

    /** Sum of the limits of the best lots of one side. */
    private long best(int hour, Side side, long lots) {
        List<BlockMarket.Order> orders =
                market.hours().get(hour).orders().stream()
                        .filter(order -> order.side() == side)
                        .sorted((a, b) -> Long.compare(b.limit(), a.limit()) * side.sign())
                        .toList();
        long left = lots;
        long sum = 0;
        for (BlockMarket.Order order : orders) {
            long taken = Math.min(left, order.lots());
            sum += taken * order.limit();
            left -= taken;
        }
        return sum;
    }
}
