package io.attentionfutures.pipeline.forecast;

import static io.attentionfutures.pipeline.forecast.BatchForecasterHarness.HOUR;
import static io.attentionfutures.pipeline.forecast.BatchForecasterHarness.LATENESS;
import static io.attentionfutures.pipeline.forecast.BatchForecasterHarness.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.pipeline.testing.Bundles;
import io.attentionfutures.schemas.ModelDecision;
import io.attentionfutures.schemas.ReleaseDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Releases of models, one operator, no cluster. */
class ReleasedModelsTest {
    /** Long enough for the models to speak, and for a day of forecasts to have come true. */
    private static final int SETTLED = 250;

    private static final ModelBundle POOR = Bundles.biased("poor", 3, 0);
    private static final ModelBundle GOOD = Bundles.biased("good", 0, 0);

    @TempDir private Path folder;
    private String poor;

    @BeforeEach
    void save() throws IOException {
        Path file = folder.resolve("poor.zip");
        POOR.save(file);
        poor = file.toUri().toString();
    }

    private static double used(String market, long hour) {
        return 100 + 40 * Math.sin(2 * Math.PI * hour / 24.0) + (hour * market.hashCode()) % 7;
    }

    private static void close(BatchForecasterHarness forecaster, long hour, String... markets)
            throws Exception {
        for (String market : markets) {
            forecaster.close(window(market, hour, used(market, hour)));
        }
        forecaster.passHour(hour);
    }

    private static void closeUntil(BatchForecasterHarness forecaster, int hours, String... markets)
            throws Exception {
        for (int hour = 0; hour < hours; hour++) {
            close(forecaster, hour, markets);
        }
    }

    private static String lastModel(BatchForecasterHarness forecaster) {
        List<MarketForecast> all = forecaster.forecasts();
        return all.get(all.size() - 1).forecast().model();
    }

    /** Just after the window of that hour has closed. */
    private static long after(long hour) {
        return (hour + 1) * HOUR + LATENESS + 1;
    }

    private static List<String> outcomes(List<ModelDecision> decisions) {
        return decisions.stream()
                .map(
                        decision ->
                                String.join(
                                        " ",
                                        decision.getReleaseId(),
                                        decision.getMarket(),
                                        decision.getDecision().name()))
                .toList();
    }

    @Test
    void aBetterModelServesFromWhereTheClockPassesItsRelease() throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open(poor)) {
            closeUntil(forecaster, SETTLED, "a");
            assertThat(lastModel(forecaster)).isEqualTo(POOR.version());
            ModelRelease release = Bundles.released(folder, "r1", GOOD, after(SETTLED));
            forecaster.release(release);
            close(forecaster, SETTLED, "a");
            assertThat(lastModel(forecaster)).isEqualTo(POOR.version());
            assertThat(forecaster.decisions()).isEmpty();
            forecaster.passTime(release.timeMillis());
            assertThat(outcomes(forecaster.decisions()))
                    .containsExactly("r1  PENDING", "r1 a ADOPTED");
            ModelDecision adopted = forecaster.decisions().get(1);
            assertThat(adopted.getTime().toEpochMilli()).isEqualTo(release.timeMillis());
            assertThat(adopted.getServingVersion()).isEqualTo(GOOD.version());
            assertThat(adopted.getChallengerError()).isLessThan(adopted.getChampionError());
            assertThat(adopted.getWindows()).isEqualTo(SETTLED + 1 - 24 - 192 + 1);
            close(forecaster, SETTLED + 1, "a");
            assertThat(lastModel(forecaster)).isEqualTo(GOOD.version());
        }
    }

    @Test
    void anAdoptedModelIsWeighedAtOnceByWhatItWouldHaveSaid() throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open(poor)) {
            closeUntil(forecaster, SETTLED, "a");
            List<MarketForecast> before = forecaster.forecasts();
            assertThat(before.get(before.size() - 1).weights().get("lstm")).isLessThan(0.01);
            forecaster.release(Bundles.released(folder, "r1", GOOD, after(SETTLED - 1)));
            close(forecaster, SETTLED, "a");
            List<MarketForecast> all = forecaster.forecasts();
            assertThat(all.get(all.size() - 1).weights().get("lstm")).isGreaterThan(0.05);
        }
    }

    @Test
    void aWorseModelIsRefusedAndWhatServedGoesOn() throws Exception {
        Path good = folder.resolve("good.zip");
        GOOD.save(good);
        try (BatchForecasterHarness forecaster =
                BatchForecasterHarness.open(good.toUri().toString())) {
            closeUntil(forecaster, SETTLED, "a");
            forecaster.release(Bundles.released(folder, "r1", POOR, after(SETTLED - 1)));
            close(forecaster, SETTLED, "a");
            assertThat(outcomes(forecaster.decisions()))
                    .containsExactly("r1  PENDING", "r1 a REFUSED");
            assertThat(forecaster.decisions().get(1).getReason())
                    .contains("worse than")
                    .contains(GOOD.version());
            assertThat(forecaster.decisions().get(1).getServingVersion()).isEqualTo(GOOD.version());
            assertThat(lastModel(forecaster)).isEqualTo(GOOD.version());
        }
    }

    @Test
    void withoutAModelAReleaseIsComparedWithTheSimpleForecasters() throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            closeUntil(forecaster, SETTLED, "a");
            forecaster.release(Bundles.released(folder, "r1", POOR, after(SETTLED - 1)));
            forecaster.release(Bundles.released(folder, "r2", GOOD, after(SETTLED)));
            close(forecaster, SETTLED, "a");
            close(forecaster, SETTLED + 1, "a");
            assertThat(outcomes(forecaster.decisions()))
                    .containsExactly("r1  PENDING", "r1 a REFUSED", "r2  PENDING", "r2 a ADOPTED");
            assertThat(lastModel(forecaster)).isEqualTo(GOOD.version());
        }
    }

    @Test
    void aReleaseIsPendingUntilEnoughWindowsThatNeitherModelSawHaveCome() throws Exception {
        int seen = 210;
        ModelBundle recent = Bundles.biased("recent", 0, seen * HOUR);
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open(poor)) {
            closeUntil(forecaster, seen, "a");
            forecaster.release(Bundles.released(folder, "r1", recent, after(seen - 1)));
            int decided = seen + 24 + 24 - 1;
            for (int hour = seen; hour < decided - 1; hour++) {
                close(forecaster, hour, "a");
            }
            assertThat(outcomes(forecaster.decisions()))
                    .containsExactly("r1  PENDING", "r1 a PENDING");
            assertThat(lastModel(forecaster)).isEqualTo(POOR.version());
            close(forecaster, decided - 1, "a");
            assertThat(outcomes(forecaster.decisions()))
                    .containsExactly("r1  PENDING", "r1 a PENDING", "r1 a ADOPTED");
            assertThat(lastModel(forecaster)).isEqualTo(recent.version());
        }
    }

    private static Stream<Arguments> broken() {
        byte[] whole = GOOD.toBytes();
        return Stream.of(
                Arguments.of("truncated", Arrays.copyOf(whole, whole.length / 2), "truncated"),
                Arguments.of("empty", new byte[0], "truncated"),
                Arguments.of(
                        "feature version",
                        Bundles.withManifest(
                                GOOD, "\"featureVersion\" : ", "\"featureVersion\" : 9"),
                        "feature version"),
                Arguments.of(
                        "machine type",
                        Bundles.withManifest(GOOD, "\"any\"", "\"aarch64\""),
                        "machine type 'aarch64'"),
                Arguments.of(
                        "NaN weights",
                        Bundles.withWeight(Bundles.biased("good", 0.25, 0), 0.25f, Float.NaN),
                        "not finite"),
                Arguments.of(
                        "another model", POOR.toBytes(), "the release says " + GOOD.version()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenBundleIsRefusedWithOneLineAndWhatServedGoesOn(
            String kind, byte[] bytes, String reason) throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open(poor)) {
            closeUntil(forecaster, 200, "a");
            forecaster.release(Bundles.released(folder, "r1", GOOD.version(), bytes, after(199)));
            close(forecaster, 200, "a");
            assertThat(forecaster.decisions())
                    .singleElement()
                    .satisfies(
                            decision -> {
                                assertThat(decision.getMarket()).isEmpty();
                                assertThat(decision.getDecision())
                                        .isEqualTo(ReleaseDecision.REFUSED);
                                assertThat(decision.getReason())
                                        .contains(reason)
                                        .doesNotContain("\n");
                            });
            assertThat(lastModel(forecaster)).isEqualTo(POOR.version());
        }
    }

    @Test
    void aModelThatDoesNotForecastFiniteNumbersIsRefused() throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open(poor)) {
            forecaster.release(Bundles.released(folder, "r1", Bundles.endless(), HOUR));
            forecaster.passTime(HOUR);
            assertThat(outcomes(forecaster.decisions())).containsExactly("r1  REFUSED");
            assertThat(forecaster.decisions().get(0).getReason()).contains("not finite");
        }
    }

    @Test
    void aFileThatIsNotTheOneReleasedIsRefused() throws Exception {
        ModelRelease release = Bundles.released(folder, "r1", GOOD, HOUR);
        POOR.save(folder.resolve("r1.zip"));
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open(poor)) {
            forecaster.release(release);
            Files.delete(folder.resolve("poor.zip"));
            forecaster.release(
                    new ModelRelease("other", "r2", "v", poor, release.sha256(), HOUR, 0, 1));
            forecaster.passTime(HOUR);
            assertThat(forecaster.decisions())
                    .extracting(ModelDecision::getReason)
                    .anyMatch(reason -> reason.contains("is not the file that was released"))
                    .anyMatch(reason -> reason.contains("poor.zip cannot be read"))
                    .hasSize(2);
        }
    }

    @Test
    void aModelForOtherWindowsIsNotTriedOnTheMarket() throws Exception {
        ModelBundle other = Bundles.biased("other", 0, 0, HOUR / 2);
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open(poor)) {
            closeUntil(forecaster, 30, "a");
            forecaster.release(Bundles.released(folder, "r1", other, after(29)));
            close(forecaster, 30, "a");
            assertThat(outcomes(forecaster.decisions())).containsExactly("r1  PENDING");
        }
    }

    @Test
    void aMarketThatAppearsLaterTriesTheLatestReleaseToo() throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open(poor)) {
            forecaster.release(Bundles.released(folder, "r1", POOR, HOUR));
            forecaster.release(Bundles.released(folder, "r2", GOOD, 2 * HOUR));
            forecaster.passTime(2 * HOUR);
            closeUntil(forecaster, SETTLED, "late");
            assertThat(outcomes(forecaster.decisions()))
                    .containsExactly(
                            "r1  PENDING", "r2  PENDING", "r2 late PENDING", "r2 late ADOPTED");
            assertThat(lastModel(forecaster)).isEqualTo(GOOD.version());
        }
    }

    /** What every market hears and says with a checkpoint at some hour, or none. */
    private List<String> run(int parallelism, int subtask, int checkpointAt) throws Exception {
        int seen = 200;
        List<String> said = new ArrayList<>();
        String[] own =
                Stream.of("a", "b", "c")
                        .filter(m -> BatchForecasterHarness.isOf(subtask, parallelism, m))
                        .toArray(String[]::new);
        BatchForecasterHarness forecaster =
                BatchForecasterHarness.subtask(poor, parallelism, subtask, null);
        try {
            for (int hour = 0; hour < SETTLED; hour++) {
                if (hour == seen) {
                    forecaster.release(
                            Bundles.released(
                                    folder,
                                    "r1",
                                    Bundles.biased("recent", 0, seen * HOUR),
                                    after(seen)));
                }
                if (hour == checkpointAt) {
                    OperatorSubtaskState state = forecaster.flink.snapshot(1, 1);
                    said.addAll(BatchForecasterHarness.bytes(forecaster.forecasts()));
                    forecaster.decisions().stream().map(Object::toString).forEach(said::add);
                    forecaster.close();
                    forecaster = BatchForecasterHarness.subtask(poor, parallelism, subtask, state);
                }
                close(forecaster, hour, own);
            }
            said.addAll(BatchForecasterHarness.bytes(forecaster.forecasts()));
            forecaster.decisions().stream().map(Object::toString).forEach(said::add);
        } finally {
            forecaster.close();
        }
        return said;
    }

    @Test
    void whatServesAMarketDependsNeitherOnParallelismNorOnARestart() throws Exception {
        List<String> undisturbed = run(1, 0, -1).stream().sorted().toList();
        assertThat(undisturbed).anyMatch(said -> said.contains("ADOPTED"));
        // While a release is to come, while it is pending, and after it was adopted.
        for (int checkpointAt : List.of(200, 220, 249)) {
            assertThat(run(1, 0, checkpointAt)).containsExactlyInAnyOrderElementsOf(undisturbed);
        }
        List<String> apart = new ArrayList<>(run(2, 0, -1));
        apart.addAll(run(2, 1, -1));
        assertThat(apart).containsExactlyInAnyOrderElementsOf(undisturbed);
    }

    @Test
    void anAdoptedModelThatIsGoneAfterARestartLeavesTheMarketToStatistics() throws Exception {
        OperatorSubtaskState state;
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open(poor)) {
            closeUntil(forecaster, SETTLED, "a");
            forecaster.release(Bundles.released(folder, "r1", GOOD, after(SETTLED - 1)));
            close(forecaster, SETTLED, "a");
            assertThat(lastModel(forecaster)).isEqualTo(GOOD.version());
            state = forecaster.flink.snapshot(1, 1);
        }
        Files.delete(folder.resolve("r1.zip"));
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.restore(poor, state)) {
            close(forecaster, SETTLED + 1, "a");
            close(forecaster, SETTLED + 2, "a");
            assertThat(forecaster.forecasts())
                    .hasSize(2)
                    .allMatch(made -> made.forecast().fallback())
                    .allMatch(made -> made.forecast().reason().contains("r1.zip cannot be read"));
            assertThat(outcomes(forecaster.decisions())).containsExactly("r1 a REFUSED");
            assertThat(forecaster.decisions().get(0).getReason())
                    .contains("cannot be loaded any more");
        }
    }
}
