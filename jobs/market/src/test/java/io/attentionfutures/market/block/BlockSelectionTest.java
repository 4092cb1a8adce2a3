package io.attentionfutures.market.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.Levels;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockSelectionTest {
    private static final Band BAND = new Band(0, 1000);

    /** Two hours whose prices differ: many bids at 300 and 200, a thin curve of asks. */
    private static final List<BlockPeriod> AFTERNOON =
            List.of(
                    period(
                            new Levels()
                                    .add(Side.BUY, 300, 30)
                                    .add(Side.SELL, 150, 20)
                                    .add(Side.SELL, 280, 30),
                            200),
                    period(
                            new Levels()
                                    .add(Side.BUY, 200, 30)
                                    .add(Side.SELL, 120, 25)
                                    .add(Side.SELL, 190, 30),
                            200));

    @Test
    void withoutBlocksTheHoursClearOnTheirOwn() {
        assertThat(prices(BlockSelection.select(AFTERNOON, List.<BlockOrder<String>>of())))
                .containsExactly(280L, 190L);
    }

    @Test
    void acceptsABlockInTheMoneyAtThePricesItHelpsToSet() {
        BlockSelection<String> selection = select(sell(130));

        assertThat(prices(selection)).containsExactly(150L, 120L);
        assertThat(selection.accepted()).containsExactly(sell(130));
        assertThat(selection.periods().get(0).blockSellLots()).isEqualTo(20);
        assertThat(selection.periods().get(1).blockSellLots()).isEqualTo(20);
    }

    @Test
    void flagsABlockThatWouldLoseAtThePricesItHelpsToSet() {
        BlockSelection<String> selection = select(sell(200));

        assertThat(prices(selection)).containsExactly(280L, 190L);
        assertThat(selection.paradoxicallyRejected()).containsExactly(sell(200));
        assertThat(selection.rejected()).isEmpty();
    }

    @Test
    void rejectsABlockOutOfTheMoney() {
        BlockSelection<String> selection = select(sell(240));

        assertThat(selection.rejected()).containsExactly(sell(240));
        assertThat(selection.paradoxicallyRejected()).isEmpty();
    }

    @Test
    void onePeriodIsFillOrKill() {
        List<BlockPeriod> hour =
                List.of(period(new Levels().add(Side.SELL, 100, 5).add(Side.SELL, 110, 5), 100));
        BlockOrder<String> within = new BlockOrder<>("within", Side.BUY, 8, 110, 0, 1, 1);
        BlockOrder<String> tooDear = new BlockOrder<>("too dear", Side.BUY, 8, 109, 0, 1, 1);
        BlockOrder<String> tooMany = new BlockOrder<>("too many", Side.BUY, 11, 500, 0, 1, 1);

        assertThat(BlockSelection.select(hour, List.of(within)).accepted()).containsExactly(within);
        assertThat(BlockSelection.select(hour, List.of(tooDear)).accepted()).isEmpty();
        assertThat(BlockSelection.select(hour, List.of(tooMany)).accepted()).isEmpty();
    }

    @Test
    void blocksMayMeetEachOther() {
        List<BlockPeriod> empty = List.of(period(new Levels(), 50), period(new Levels(), 70));
        BlockOrder<String> buy = new BlockOrder<>("buy", Side.BUY, 3, 60, 0, 2, 1);
        BlockOrder<String> sell = new BlockOrder<>("sell", Side.SELL, 3, 60, 0, 2, 2);
        BlockSelection<String> selection = BlockSelection.select(empty, List.of(buy, sell));

        assertThat(selection.accepted()).containsExactly(buy, sell);
        assertThat(prices(selection)).containsExactly(50L, 70L);
    }

    @Test
    void aBlockNeedsAPriceInEachOfItsPeriods() {
        List<BlockPeriod> periods =
                List.of(
                        period(new Levels().add(Side.SELL, 10, 5).add(Side.BUY, 10, 1), 10),
                        period(new Levels(), 10));
        BlockOrder<String> block = new BlockOrder<>("block", Side.BUY, 1, 500, 0, 2, 1);
        BlockSelection<String> selection = BlockSelection.select(periods, List.of(block));

        assertThat(selection.rejected()).containsExactly(block);
        assertThat(selection.periods().get(1).result().hasPrice()).isFalse();
    }

    @Test
    void theEarlierOfTwoAlikeIsAccepted() {
        List<BlockPeriod> hour = List.of(period(new Levels().add(Side.SELL, 100, 5), 100));
        BlockOrder<String> early = new BlockOrder<>("early", Side.BUY, 4, 200, 0, 1, 1);
        BlockOrder<String> late = new BlockOrder<>("late", Side.BUY, 4, 200, 0, 1, 2);
        BlockSelection<String> selection = BlockSelection.select(hour, List.of(late, early));

        assertThat(selection.accepted()).containsExactly(early);
        assertThat(selection.paradoxicallyRejected()).containsExactly(late);
    }

    @Test
    void refusesBlocksThatDoNotFit() {
        BlockOrder<String> three = new BlockOrder<>("three hours", Side.BUY, 1, 1, 0, 3, 1);

        assertThatThrownBy(() -> BlockSelection.select(AFTERNOON, List.of(three)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends in period 3 of 2");
        assertThatThrownBy(() -> select(sell(130), sell(140)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sequence 1");
        assertThatThrownBy(() -> new BlockOrder<>("none", Side.BUY, 0, 1, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BlockOrder<String> sell(long limit) {
        return new BlockOrder<>("provider", Side.SELL, 20, limit, 0, 2, 1);
    }

    @SafeVarargs
    private static BlockSelection<String> select(BlockOrder<String>... blocks) {
        return BlockSelection.select(AFTERNOON, List.of(blocks));
    }

    private static List<Long> prices(BlockSelection<String> selection) {
        return selection.periods().stream().map(p -> p.result().priceTicks()).toList();
    }

    private static BlockPeriod period(Levels levels, long reference) {
        return new BlockPeriod(levels.of(Side.BUY), levels.of(Side.SELL), reference, BAND);
    }
}
