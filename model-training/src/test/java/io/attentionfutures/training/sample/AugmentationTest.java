package io.attentionfutures.training.sample;

import static io.attentionfutures.training.TestData.bursts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.training.TestData;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    private static final int VALUES = 6;

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
                double expected = (f < VALUES ? factor : 1) * from.steps()[f][step];
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
    void theScaledColumnsAreThoseOfUnitScaleInTheFeatures() {
        // Twice the capacity changes what is measured against it, and nothing that is varied here.
        DemandSeries narrow = bursts("gpu", 360, 1);
        DemandSeries wide =
                new DemandSeries("gpu", TestData.HOUR, narrow.endMillis(), narrow.used(), 200);
        float[][] one = FeatureExtractor.extract(narrow).steps();
        float[][] two = FeatureExtractor.extract(wide).steps();
        for (int f = 0; f < VALUES; f++) {
            assertThat(two[f]).isEqualTo(one[f]);
        }
        assertThat(two[VALUES + 1]).isNotEqualTo(one[VALUES + 1]);
    }

    @Test
    void jitterLeavesCalendarAndTargetAlone() {
        TrainingWindow from = market.at(350);
        TrainingWindow to = new Augmentation(0, 0, 0.1).varied(from, new Random(3));
        assertThat(to.target()).isEqualTo(from.target());
        double squared = 0;
        for (int f = 0; f < from.steps().length; f++) {
            if (f >= VALUES) {
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
