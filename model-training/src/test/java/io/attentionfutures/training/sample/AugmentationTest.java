package io.attentionfutures.training.sample;

import static io.attentionfutures.training.TestData.bursts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    private static final int VALUES = 6;
    private static final int FILLED = 6;
    private static final int CAPACITY = 7;

    private final MarketExamples market = new MarketExamples(bursts("gpu", 700, 1));
    private final Span span = new Span(market, 300, 400);

    @Test
    void strengthZeroChangesNothing() {
        assertThat(Augmentation.ofStrength(0)).isEqualTo(Augmentation.NONE);
        TrainingWindow window = Augmentation.NONE.window(span, 350, new Random(1));
        assertThat(window.steps()).isDeepEqualTo(market.at(350).steps());
        assertThat(window.target()).isEqualTo(market.at(350).target());
    }

    @Test
    void aShiftStaysInTheSpanAndReachesAllOfItsNeighbourhood() {
        Augmentation shift = new Augmentation(0, 3, 0);
        Random random = new Random(1);
        int[] reached =
                IntStream.range(0, 400).map(i -> shift.shifted(399, span, random)).toArray();
        assertThat(IntStream.of(reached).distinct().sorted())
                .containsExactly(396, 397, 398, 399, 400);
    }

    @Test
    void aShiftedWindowIsTheTrueWindowOfAnotherOrigin() {
        Augmentation shift = new Augmentation(0, 3, 0);
        int origin = shift.shifted(350, span, new Random(11));
        assertThat(origin).isNotEqualTo(350);
        TrainingWindow window = shift.window(span, 350, new Random(11));
        assertThat(window.steps()).isDeepEqualTo(market.at(origin).steps());
        assertThat(window.target()).isEqualTo(market.at(origin).target());
    }

    @Test
    void scalingMultipliesAllSwingsAlike() {
        TrainingWindow from = market.at(350);
        TrainingWindow to = new Augmentation(0.5, 0, 0).varied(from, new Random(3));
        double factor = Math.exp(0.5 * new Random(3).nextGaussian());
        for (int f = 0; f < from.steps().length; f++) {
            for (int step = 0; step < from.steps()[f].length; step++) {
                float[] own = from.steps()[f];
                float last = own[own.length - 1];
                double expected = own[step];
                if (f < VALUES) {
                    expected = factor * own[step];
                } else if (f == CAPACITY) {
                    expected = Math.max(0, last + factor * (own[step] - last));
                }
                assertThat(to.steps()[f][step])
                        .isCloseTo((float) Math.max(-10, Math.min(10, expected)), within(1e-5f));
            }
        }
        for (int h = 0; h < from.target().length; h++) {
            double expected = Math.max(-10, Math.min(10, factor * from.target()[h]));
            assertThat(to.target()[h]).isCloseTo((float) expected, within(1e-5f));
        }
    }

    @Test
    void jitterLeavesCalendarAndTargetAlone() {
        TrainingWindow from = market.at(350);
        TrainingWindow to = new Augmentation(0, 0, 0.1).varied(from, new Random(3));
        assertThat(to.target()).isEqualTo(from.target());
        double squared = 0;
        for (int f = 0; f < from.steps().length; f++) {
            if (f >= FILLED) {
                assertThat(to.steps()[f]).isEqualTo(from.steps()[f]);
                continue;
            }
            for (int step = 0; step < from.steps()[f].length; step++) {
                squared += Math.pow(to.steps()[f][step] - from.steps()[f][step], 2);
            }
        }
        assertThat(Math.sqrt(squared / (VALUES * from.steps()[0].length)))
                .isCloseTo(0.1, within(0.03));
    }

    @Test
    void theSameSeedVariesAlike() {
        Augmentation full = Augmentation.ofStrength(1);
        TrainingWindow one = full.window(span, 350, new Random(5));
        TrainingWindow two = full.window(span, 350, new Random(5));
        TrainingWindow other = full.window(span, 350, new Random(6));
        assertThat(one.steps()).isDeepEqualTo(two.steps());
        assertThat(one.target()).isEqualTo(two.target());
        assertThat(other.target()).isNotEqualTo(one.target());
    }
}
