package io.attentionfutures.market.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any selection of blocks, whatever the search found. */
class BlockSelectionProperties {
    /** A search that never tries every subset and one that gives up at once. */
    private static final List<SearchLimits> SEARCHES =
            List.of(
                    SearchLimits.DEFAULT,
                    new SearchLimits(0, 5, SearchLimits.DEFAULT.work()),
                    new SearchLimits(0, 5, 0));

    @Property(tries = 500)
    void noAcceptedBlockLosesOrMissesALot(@ForAll("markets") BlockMarket market) {
        for (SearchLimits search : SEARCHES) {
            List<BlockOrder<Integer>> accepted = market.select(search).accepted();
            List<AuctionResult> results = new BlockOptimum(market).clear(accepted);

            assertThat(BlockOptimum.isFilled(accepted, results)).isTrue();
            assertThat(accepted)
                    .allSatisfy(
                            block ->
                                    assertThat(BlockOptimum.gain(block, results))
                                            .isGreaterThanOrEqualTo(0));
        }
    }

    @Property(tries = 500)
    void pricesAndWelfareFollowFromTheAcceptedBlocks(@ForAll("markets") BlockMarket market) {
        for (SearchLimits search : SEARCHES) {
            BlockSelection<Integer> selection = market.select(search);
            BlockOptimum rules = new BlockOptimum(market);
            List<AuctionResult> results = rules.clear(selection.accepted());

            assertThat(selection.welfare()).isEqualTo(rules.welfare(selection.accepted(), results));
            for (int hour = 0; hour < results.size(); hour++) {
                assertThat(selection.periods().get(hour))
                        .isEqualTo(
                                new PeriodClearing(
                                        results.get(hour),
                                        BlockOptimum.lots(selection.accepted(), Side.BUY, hour),
                                        BlockOptimum.lots(selection.accepted(), Side.SELL, hour)));
            }
        }
    }

    @Property(tries = 300)
    void everyBlockHasOneFateAndRejectedOnesInTheMoneyAreFlagged(
            @ForAll("markets") BlockMarket market) {
        BlockSelection<Integer> selection = market.select(SearchLimits.DEFAULT);
        List<AuctionResult> results = new BlockOptimum(market).clear(selection.accepted());
        List<BlockOrder<Integer>> all = new ArrayList<>(selection.accepted());
        all.addAll(selection.paradoxicallyRejected());
        all.addAll(selection.rejected());

        assertThat(all).containsExactlyInAnyOrderElementsOf(market.blocks());
        assertThat(selection.paradoxicallyRejected())
                .allMatch(block -> isPriced(block, results))
                .allMatch(block -> BlockOptimum.gain(block, results) > 0);
        assertThat(selection.rejected())
                .noneMatch(
                        block -> isPriced(block, results) && BlockOptimum.gain(block, results) > 0);
    }

    @Property(tries = 300)
    void theOrderOfTheArgumentsChangesNothing(
            @ForAll("markets") BlockMarket market, @ForAll long seed) {
        List<BlockOrder<Integer>> shuffled = new ArrayList<>(market.blocks());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(new BlockMarket(market.hours(), shuffled).select(SearchLimits.DEFAULT))
                .isEqualTo(market.select(SearchLimits.DEFAULT));
    }

    @Property(tries = 300)
    void aBetterLimitOrAnEarlierSequenceComesFirst(@ForAll("alike") BlockMarket market) {
        for (SearchLimits search : SEARCHES) {
            BlockSelection<Integer> selection = market.select(search);
            for (BlockOrder<Integer> in : selection.accepted()) {
                assertThat(market.blocks())
                        .filteredOn(out -> !selection.accepted().contains(out))
                        .noneMatch(out -> comesBefore(out, in));
            }
        }
    }

    @Property(tries = 300)
    void periodsThatShareNoBlockAreApart(
            @ForAll("markets") BlockMarket left, @ForAll("markets") BlockMarket right) {
        int border = left.hours().size();
        List<BlockMarket.Hour> hours = new ArrayList<>(left.hours());
        hours.addAll(right.hours());
        List<BlockOrder<Integer>> blocks = new ArrayList<>(left.blocks());
        for (BlockOrder<Integer> block : right.blocks()) {
            blocks.add(
                    new BlockOrder<>(
                            block.key(),
                            block.side(),
                            block.lots(),
                            block.limitTicks(),
                            border + block.firstPeriod(),
                            block.periods(),
                            1000 + block.sequence()));
        }
        BlockSelection<Integer> both = new BlockMarket(hours, blocks).select(SearchLimits.DEFAULT);

        assertThat(both.periods().subList(0, border))
                .isEqualTo(left.select(SearchLimits.DEFAULT).periods());
        assertThat(both.periods().subList(border, hours.size()))
                .isEqualTo(right.select(SearchLimits.DEFAULT).periods());
    }

    private static boolean comesBefore(BlockOrder<Integer> a, BlockOrder<Integer> b) {
        long better = a.side().sign() * (a.limitTicks() - b.limitTicks());
        return a.side() == b.side()
                && a.lots() == b.lots()
                && a.firstPeriod() == b.firstPeriod()
                && a.periods() == b.periods()
                && (better > 0 || (better == 0 && a.sequence() < b.sequence()));
    }

    private static boolean isPriced(BlockOrder<Integer> block, List<AuctionResult> results) {
        return results.subList(block.firstPeriod(), block.endPeriod()).stream()
                .allMatch(AuctionResult::hasPrice);
    }

    @Provide
    static Arbitrary<BlockMarket> markets() {
        return Arbitraries.randomValue(
                random ->
                        BlockMarket.random(
                                random,
                                1 + random.nextInt(5),
                                random.nextInt(14),
                                random.nextInt(16),
                                1 + random.nextInt(40)));
    }

    /** Many blocks that differ in little. */
    @Provide
    static Arbitrary<BlockMarket> alike() {
        return Arbitraries.randomValue(
                random ->
                        BlockMarket.random(
                                random,
                                1 + random.nextInt(2),
                                random.nextInt(14),
                                random.nextInt(16),
                                1 + random.nextInt(3)));
    }
}
