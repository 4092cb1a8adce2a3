package io.attentionfutures.training.sample;

import static io.attentionfutures.training.TestData.bursts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.training.TestData;
import io.attentionfutures.training.TrainingPlan;
import io.attentionfutures.training.TrainingSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {

    private static final int WINDOWS = 1500;
    private static final int HELD_OUT_FROM = 1200;

    private final DemandSeries series = bursts("gpu", WINDOWS, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 12})
    void noTargetReachesOverABoundary(int folds) {
        Folds all = folds(folds, List.of(series, bursts("cpu", 2000, 2)));
        assertThat(all.splits()).hasSize(folds);
        int boundaryBefore = 0;
        int endBefore = 0;
        for (Split split : all.splits()) {
            Span training = split.training().get(0);
            Span validation = split.validation().get(0);
            assertThat(training.size()).isPositive();
            assertThat(validation.size()).isGreaterThanOrEqualTo(DemandForecast.HORIZON);
            assertThat(training.last() + DemandForecast.HORIZON - 1).isLessThan(validation.first());
            assertThat(validation.last() + DemandForecast.HORIZON)
                    .isLessThanOrEqualTo(HELD_OUT_FROM);
            assertThat(validation.first()).isGreaterThan(boundaryBefore);
            assertThat(validation.first()).isGreaterThan(endBefore);
            boundaryBefore = validation.first();
            endBefore = validation.last();
        }
        assertThat(endBefore).isEqualTo(HELD_OUT_FROM - DemandForecast.HORIZON);
        assertThat(all.whole().training().get(0).last()).isEqualTo(endBefore);
        assertThat(all.whole().validation()).isEmpty();
    }

    @Test
    void aTargetIsMadeOfTheWindowsAfterItsOriginOnly() {
        double[] used = series.used();
        int origin = 700;
        used[origin + DemandForecast.HORIZON] += 1;
        used[origin - 1 - 15 * 24] += 1;
        MarketExamples one = new MarketExamples(series);
        MarketExamples two =
                new MarketExamples(
                        new DemandSeries("gpu", TestData.HOUR, series.endMillis(), used, 100));
        assertThat(two.at(origin).steps()).isDeepEqualTo(one.at(origin).steps());
        assertThat(two.at(origin).target()).isEqualTo(one.at(origin).target());
        assertThat(two.at(origin + 1).target()).isNotEqualTo(one.at(origin + 1).target());
    }

    @Test
    void longDataIsSplitThriceAndShortDataOnce() {
        assertThat(folds(0, List.of(series)).splits()).hasSize(1);
        assertThat(folds(0, List.of(bursts("gpu", 1600, 1))).splits()).hasSize(3);
    }

    @Test
    void theWorkIsBoundedAndTheNewestOriginIsThere() {
        TrainingSettings settings =
                TestData.tiny(4).heldOutShare(0.2).folds(3).maximumWindowEpochs(1000).build();
        Folds folds = Folds.of(new TrainingPlan(List.of(series), settings));
        int windows = folds.whole().trainingOrigins().size();
        for (Split split : folds.splits()) {
            List<Split.Origin> origins = split.trainingOrigins();
            windows += origins.size();
            assertThat(origins.get(origins.size() - 1).index())
                    .isEqualTo(split.training().get(0).last());
        }
        // Each of the four spans may have one origin more than its share.
        assertThat(4 * windows).isBetween(800, 1016);
    }

    @Test
    void dataTooShortForItsFoldsIsRefusedWithTheLengthThatWouldDo() {
        assertThatThrownBy(() -> folds(12, List.of(bursts("gpu", 700, 1))))
                .hasMessage(
                        "the longest history has 700 windows, training in 12 folds needs at least"
                                + " 697 before the held-out share of 20 %");
        assertThat(folds(12, List.of(bursts("gpu", 872, 1))).splits()).hasSize(12);
        assertThatThrownBy(() -> folds(12, List.of(bursts("gpu", 871, 1))))
                .hasMessageContaining("needs at least 697");
    }

    private static Folds folds(int count, List<DemandSeries> series) {
        TrainingSettings settings = TestData.tiny(1).heldOutShare(0.2).folds(count).build();
        return Folds.of(new TrainingPlan(series, settings));
    }
}
