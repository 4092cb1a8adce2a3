package io.attentionfutures.market.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How near the selection comes to the largest welfare. Prints what it measures. */
class BlockWelfareTest {
    private static final SearchLimits SEARCH_ONLY =
            new SearchLimits(0, SearchLimits.DEFAULT.windowBlocks(), SearchLimits.DEFAULT.work());

    /** Shares of the optimum, summed up. */
    private static final class Shares {
        private double welfare;
        private double gain;
        private double least = 1;
        private int optimal;
        private int markets;
        private int gainful;

        void add(long without, long found, double optimum) {
            double share = found / optimum;
            markets++;
            welfare += share;
            least = Math.min(least, share);
            optimal += found >= optimum - 0.5 ? 1 : 0;
            if (optimum > without) {
                gainful++;
                gain += (found - without) / (optimum - without);
            }
        }

        double meanWelfare() {
            return welfare / markets;
        }

        double meanGain() {
            return gain / gainful;
        }

        void print(String of) {
            System.out.printf(
                    "%s: mean welfare %.5f of it, least %.5f; mean gain by blocks %.5f of it;"
                            + " %d of %d markets optimal%n",
                    of, meanWelfare(), least, meanGain(), optimal, markets);
        }
    }

    @Test
    void fewBlocksComeToTheOptimum() {
        Random random = new Random(1);
        Shares shares = new Shares();
        Shares searched = new Shares();
        for (int market = 0; market < 300; market++) {
            BlockMarket drawn =
                    BlockMarket.random(
                            random,
                            1 + random.nextInt(6),
                            4 + random.nextInt(30),
                            1 + random.nextInt(10),
                            5 + random.nextInt(60));
            long optimum = new BlockOptimum(drawn).welfare();
            long without = withoutBlocks(drawn);
            if (optimum == 0) {
                continue;
            }
            shares.add(without, drawn.select(SearchLimits.DEFAULT).welfare(), optimum);
            searched.add(without, drawn.select(SEARCH_ONLY).welfare(), optimum);
        }
        shares.print("up to 10 blocks, of the optimum");
        searched.print("the same without trying every subset");

        assertThat(shares.optimal).isEqualTo(shares.markets);
        assertThat(searched.meanWelfare()).isGreaterThanOrEqualTo(0.99);
        assertThat(searched.meanGain()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void tooManyBlocksForEverySubsetComeNearTheOptimum() {
        Random random = new Random(11);
        Shares shares = new Shares();
        for (int market = 0; market < 40; market++) {
            BlockMarket drawn = BlockMarket.random(random, 1 + random.nextInt(4), 20, 12, 40);
            shares.add(
                    withoutBlocks(drawn),
                    drawn.select(SearchLimits.DEFAULT).welfare(),
                    new BlockOptimum(drawn).welfare());
        }
        shares.print("12 blocks, of the optimum");

        assertThat(shares.meanWelfare()).isGreaterThanOrEqualTo(0.99);
        assertThat(shares.meanGain()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theSearchEndsLongBeforeItsLimit() {
        BlockMarket drawn = BlockMarket.random(new Random(5), 24, 200, 500, 100);
        Acceptance acceptance = new Acceptance(drawn.periods(), drawn.blocks());
        int[] all = IntStream.range(0, 500).toArray();
        new BlockSearch(acceptance, all, SearchLimits.DEFAULT).run();
        System.out.printf(
                "500 blocks over 24 periods: the work of %d auctions%n", acceptance.work());

        assertThat(acceptance.work()).isLessThan(SearchLimits.DEFAULT.work() / 4);
    }

    @Test
    void moreBlocksComeNearABoundThatLetsBlocksLose() {
        Random random = new Random(2);
        Shares shares = new Shares();
        for (int market = 0; market < 40; market++) {
            BlockMarket drawn = BlockMarket.random(random, 8, 30, 30, 40);
            shares.add(
                    withoutBlocks(drawn),
                    drawn.select(SearchLimits.DEFAULT).welfare(),
                    WelfareBound.of(drawn));
        }
        shares.print("30 blocks over 8 periods, of the bound");

        assertThat(shares.meanWelfare()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void theProgrammeFindsWhatTryingEverySubsetFinds() {
        Random random = new Random(3);
        for (int market = 0; market < 100; market++) {
            BlockMarket drawn = BlockMarket.random(random, 3, 20, 7, 30);

            assertThat(WelfareBound.of(drawn))
                    .isCloseTo(new BlockOptimum(drawn).welfareWithLosses(), Offset.offset(0.5));
        }
    }

    private static long withoutBlocks(BlockMarket market) {
        return BlockSelection.select(market.periods(), List.<BlockOrder<Integer>>of()).welfare();
    }
}
