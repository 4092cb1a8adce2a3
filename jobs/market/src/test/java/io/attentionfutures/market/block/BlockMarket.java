package io.attentionfutures.market.block;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random books of some periods and random blocks over them, all limits inside the band. */
record BlockMarket(List<Hour> hours, List<BlockOrder<Integer>> blocks) {
    static final Band BAND = new Band(0, 400);

    /** An order's limit and lots. */
    record Order(Side side, long limit, long lots) {}

    /** The ordinary orders of a period. */
    record Hour(List<Order> orders, long reference) {
        Levels levels() {
            Levels levels = new Levels();
            orders.forEach(order -> levels.add(order.side(), order.limit(), order.lots()));
            return levels;
        }

        BlockPeriod period() {
            Levels levels = levels();
            return new BlockPeriod(levels.of(Side.BUY), levels.of(Side.SELL), reference, BAND);
        }
    }

    /**
     * Draws a market.
     *
     * @param most lots of the largest block; the books trade about {@code orders * 3} lots
     */
    static BlockMarket random(Random random, int periods, int orders, int blocks, int most) {
        List<Hour> hours = new ArrayList<>();
        for (int period = 0; period < periods; period++) {
            long level = 100 + random.nextInt(200);
            List<Order> drawn = new ArrayList<>();
            for (int order = 0; order < orders; order++) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                long limit = BAND.clamp(Math.round(level + 60 * random.nextGaussian()));
                drawn.add(new Order(side, limit, 1 + random.nextInt(20)));
            }
            hours.add(new Hour(drawn, BAND.clamp(level - 20 + random.nextInt(41))));
        }
        List<BlockOrder<Integer>> drawn = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            int first = random.nextInt(periods);
            int count = 1 + random.nextInt(periods - first);
            long mean = 0;
            for (int period = first; period < first + count; period++) {
                mean += hours.get(period).reference / count;
            }
            drawn.add(
                    new BlockOrder<>(
                            block,
                            random.nextBoolean() ? Side.BUY : Side.SELL,
                            1 + random.nextInt(most),
                            BAND.clamp(Math.round(mean + 30 * random.nextGaussian())),
                            first,
                            count,
                            block));
        }
        return new BlockMarket(hours, drawn);
    }

    List<BlockPeriod> periods() {
        return hours.stream().map(Hour::period).toList();
    }

    BlockSelection<Integer> select(SearchLimits limits) {
        return BlockSelection.select(periods(), blocks, limits);
    }
}
