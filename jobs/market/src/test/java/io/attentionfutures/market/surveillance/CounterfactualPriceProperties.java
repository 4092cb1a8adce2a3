package io.attentionfutures.market.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.CallAuction;
import io.attentionfutures.market.auction.PriceLevels;
import io.attentionfutures.market.auction.RuleStep;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The auction itself is the oracle: cleared again on what is left. */
class CounterfactualPriceProperties {
    private static final int PARTICIPANTS = 4;

    @Property(tries = 4000)
    void equalsTheAuctionWithoutTheParticipant(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 16) int orders) {
        Call call = new Call(new Random(seed), orders, 30);
        assertThat(call.prices().result()).isEqualTo(call.clearedWithout(-1));
        for (int participant = 0; participant < PARTICIPANTS; participant++) {
            assertThat(call.priceWithout(participant)).isEqualTo(call.clearedWithout(participant));
        }
    }

    @Property(tries = 60)
    void equalsTheAuctionInLargeBooks(@ForAll long seed) {
        Call call = new Call(new Random(seed), 2000, 700);
        for (int participant = 0; participant < PARTICIPANTS; participant++) {
            assertThat(call.priceWithout(participant)).isEqualTo(call.clearedWithout(participant));
        }
    }

    @Example
    void meetsEveryStepOften() {
        Map<RuleStep, Integer> seen = new EnumMap<>(RuleStep.class);
        Random random = new Random(1);
        for (int i = 0; i < 4000; i++) {
            Call call = new Call(random, random.nextInt(17), 30);
            seen.merge(call.priceWithout(0).step(), 1, Integer::sum);
        }
        assertThat(seen).containsOnlyKeys(RuleStep.values());
        assertThat(Collections.min(seen.values())).isGreaterThan(60);
    }

    /** A random book; small numbers make ties and crossings common. */
    private static final class Call {
        private final long[] limits;
        private final long[] lots;
        private final boolean[] isBuy;
        private final int[] owner;
        private final Band band;
        private final long reference;

        Call(Random random, int orders, int ticks) {
            limits = new long[orders];
            lots = new long[orders];
            isBuy = new boolean[orders];
            owner = new int[orders];
            for (int i = 0; i < orders; i++) {
                limits[i] = random.nextInt(ticks);
                lots[i] = random.nextInt(5);
                isBuy[i] = random.nextBoolean();
                owner[i] = random.nextInt(PARTICIPANTS);
            }
            long low = random.nextInt(ticks / 2);
            band = new Band(low, low + random.nextInt(ticks));
            reference = random.nextInt(ticks + 10);
        }

        CounterfactualPrice prices() {
            return new CounterfactualPrice(levels(true, -1), levels(false, -1), reference, band);
        }

        AuctionResult priceWithout(int participant) {
            return prices().without(own(true, participant), own(false, participant));
        }

        AuctionResult clearedWithout(int participant) {
            return CallAuction.clear(
                    levels(true, participant), levels(false, participant), reference, band);
        }

        private PriceLevels levels(boolean buys, int without) {
            return collect(buys, i -> owner[i] != without);
        }

        private PriceLevels own(boolean buys, int participant) {
            return collect(buys, i -> owner[i] == participant);
        }

        private PriceLevels collect(boolean buys, IntPredicate takesPart) {
            TreeMap<Long, Long> sorted =
                    buys ? new TreeMap<>(Collections.reverseOrder()) : new TreeMap<>();
            for (int i = 0; i < limits.length; i++) {
                if (isBuy[i] == buys && takesPart.test(i)) {
                    sorted.merge(limits[i], lots[i], Long::sum);
                }
            }
            PriceLevels levels = new PriceLevels();
            sorted.forEach(levels::add);
            return levels;
        }
    }
}
