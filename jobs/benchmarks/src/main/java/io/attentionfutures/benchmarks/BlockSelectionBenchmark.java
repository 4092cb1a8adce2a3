package io.attentionfutures.benchmarks;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.PriceLevels;
import io.attentionfutures.market.block.BlockOrder;
import io.attentionfutures.market.block.BlockPeriod;
import io.attentionfutures.market.block.BlockSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Selection of block orders over 24 periods with 10,000 orders each, half of them to buy: curves
 * from price levels, then the search. Blocks last 1 to 24 periods, or one (fill or kill).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class BlockSelectionBenchmark {
    private static final int PERIODS = 24;
    private static final int ORDERS = 10_000;
    private static final Band BAND = new Band(0, 20_000);

    @Param({"50", "500"})
    private int blocks;

    @Param({"24", "1"})
    private int longestBlock;

    private final List<PriceLevels> buys = new ArrayList<>();
    private final List<PriceLevels> sells = new ArrayList<>();
    private final List<Long> references = new ArrayList<>();
    private List<BlockOrder<Integer>> drawn;

    @Setup
    public void draw() {
        Random random = new Random(1);
        for (int period = 0; period < PERIODS; period++) {
            long reference = 5_000 + random.nextInt(10_000);
            references.add(reference);
            buys.add(levels(random, Side.BUY, reference));
            sells.add(levels(random, Side.SELL, reference));
        }
        drawn = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            int count = 1 + random.nextInt(longestBlock);
            int first = random.nextInt(PERIODS - count + 1);
            double mean =
                    references.subList(first, first + count).stream()
                            .mapToLong(Long::longValue)
                            .average()
                            .orElseThrow();
            drawn.add(
                    new BlockOrder<>(
                            block,
                            random.nextBoolean() ? Side.BUY : Side.SELL,
                            1 + random.nextInt(2_000),
                            BAND.clamp(Math.round(mean + 1_000 * random.nextGaussian())),
                            first,
                            count,
                            block));
        }
    }

    private static PriceLevels levels(Random random, Side side, long reference) {
        TreeMap<Long, Long> lots = new TreeMap<>();
        for (int order = 0; order < ORDERS / 2; order++) {
            long limit = BAND.clamp(Math.round(reference + 2_000 * random.nextGaussian()));
            lots.merge(limit, 1L + random.nextInt(20), Long::sum);
        }
        PriceLevels levels = new PriceLevels();
        Map<Long, Long> bestFirst = side == Side.BUY ? lots.descendingMap() : lots;
        bestFirst.forEach(levels::add);
        return levels;
    }

    @Benchmark
    public BlockSelection<Integer> select() {
        List<BlockPeriod> periods = new ArrayList<>();
        for (int period = 0; period < PERIODS; period++) {
            periods.add(
                    new BlockPeriod(
                            buys.get(period), sells.get(period), references.get(period), BAND));
        }
        return BlockSelection.select(periods, drawn);
    }
}
