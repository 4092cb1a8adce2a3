package io.attentionfutures.forecast.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.TestSeries;
import io.attentionfutures.forecast.model.ModelForecaster;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTrialTest {

    private static final long HOUR = TestSeries.HOUR;
    private static final int WEEK_AND_A_DAY = 192;
    private static final ModelTrial TRIAL = new ModelTrial(24, 7, 0);

    private static DemandSeries wave(int windows) {
        return TestSeries.wave("a", windows, 1);
    }

    private static Verdict compare(
            ModelTrial trial, DemandSeries series, double champion, double challenger) {
        try (ModelForecaster serving = FlatModels.model(champion, 0);
                ModelForecaster tried = FlatModels.model(challenger, 0)) {
            return trial.compare(series, Optional.of(serving), tried);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 0, ADOPTED", "0, 3, REFUSED", "1, 1, ADOPTED", "-3, 0.5, ADOPTED"})
    void theSmallerErrorWinsAndAnEqualOneIsEnough(
            double champion, double challenger, Decision decision) {
        assertThat(compare(TRIAL, wave(400), champion, challenger).decision()).isEqualTo(decision);
    }

    @Test
    void aToleranceLetsASlightlyWorseModelIn() {
        Verdict strict = compare(TRIAL, wave(400), 0.5, 0.6);
        assertThat(strict.decision()).isEqualTo(Decision.REFUSED);
        double excess = strict.challengerError() / strict.championError() - 1;
        assertThat(compare(new ModelTrial(24, 7, 1.01 * excess), wave(400), 0.5, 0.6).decision())
                .isEqualTo(Decision.ADOPTED);
        assertThat(compare(new ModelTrial(24, 7, 0.99 * excess), wave(400), 0.5, 0.6).decision())
                .isEqualTo(Decision.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"239, 24, PENDING", "238, 23, PENDING", "240, 25, ADOPTED"})
    void forecastsCountOnceAllTheirWindowsHaveCome(int windows, int origins, Decision decision) {
        Verdict verdict = compare(new ModelTrial(25, 7, 0), wave(windows), 3, 0);
        assertThat(verdict.decision()).isEqualTo(decision);
        assertThat(windows - 24 - WEEK_AND_A_DAY + 1).isEqualTo(origins);
        if (decision == Decision.PENDING) {
            assertThat(verdict.reason()).startsWith(origins + " of 25 forecasts");
        } else {
            assertThat(verdict.origins()).isEqualTo(origins);
        }
    }

    @Test
    void windowsThatEitherModelWasTrainedOnDoNotCount() {
        DemandSeries series = wave(400);
        long seen = series.endMillis() - 60 * HOUR;
        try (ModelForecaster old = FlatModels.model(3, 0);
                ModelForecaster recent = FlatModels.model(0, seen)) {
            assertThat(TRIAL.compare(series, Optional.of(old), recent).origins())
                    .isEqualTo(60 - 24 + 1);
            assertThat(TRIAL.compare(series, Optional.of(recent), old).origins())
                    .isEqualTo(60 - 24 + 1);
        }
        try (ModelForecaster tooRecent = FlatModels.model(0, series.endMillis() + HOUR)) {
            assertThat(TRIAL.compare(series, Optional.empty(), tooRecent).decision())
                    .isEqualTo(Decision.PENDING);
        }
    }

    @Test
    void onlyTheLastDaysCount() {
        assertThat(compare(TRIAL, wave(600), 3, 0).origins()).isEqualTo(7 * 24);
        assertThat(compare(new ModelTrial(24, 2, 0), wave(600), 3, 0).origins()).isEqualTo(2 * 24);
    }

    @Test
    void withoutAChampionTheBestSimpleForecasterStandsIn() {
        try (ModelForecaster good = FlatModels.model(0, 0);
                ModelForecaster poor = FlatModels.model(3, 0)) {
            assertThat(TRIAL.compare(wave(600), Optional.empty(), good).decision())
                    .isEqualTo(Decision.ADOPTED);
            Verdict refused = TRIAL.compare(wave(600), Optional.empty(), poor);
            assertThat(refused.decision()).isEqualTo(Decision.REFUSED);
            assertThat(refused.reason()).endsWith("of the best simple forecaster");
        }
    }

    @Test
    void whatNobodyMeasuredDecidesNothing() {
        double[] used = TestSeries.wave("a", 400, 1).used();
        Arrays.fill(used, 300, used.length, Double.NaN);
        assertThat(compare(TRIAL, TestSeries.of("a", used), 3, 0).decision())
                .isEqualTo(Decision.ADOPTED);
        Arrays.fill(used, 150, used.length, Double.NaN);
        assertThat(compare(TRIAL, TestSeries.of("a", used), 3, 0).reason())
                .isEqualTo("nothing was measured in the recent windows");
    }

    @Test
    void forecastsThatAreNotFiniteLose() {
        try (ModelForecaster poor = FlatModels.model(3, 0);
                ModelForecaster endless = FlatModels.open(FlatModels.endless())) {
            Verdict verdict = TRIAL.compare(wave(400), Optional.of(poor), endless);
            assertThat(verdict.decision()).isEqualTo(Decision.REFUSED);
            assertThat(verdict.reason()).contains("not finite");
            assertThat(TRIAL.compare(wave(400), Optional.of(endless), poor).decision())
                    .isEqualTo(Decision.ADOPTED);
        }
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new ModelTrial(0, 7, 0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new ModelTrial(1, 15, 0)).hasMessageContaining("1 to 14 days");
        assertThatThrownBy(() -> new ModelTrial(1, 7, Double.NaN)).hasMessageContaining("NaN");
    }
}
