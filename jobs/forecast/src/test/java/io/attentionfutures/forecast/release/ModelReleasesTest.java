package io.attentionfutures.forecast.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.TestSeries;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.online.MarketForecaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelReleasesTest {

    private static final long NOW = 1_000_000;

    private final Map<String, byte[]> files = new HashMap<>();
    private final ModelShelf shelf =
            new ModelShelf(
                    uri -> {
                        byte[] file = files.get(uri);
                        if (file == null) {
                            throw new FileNotFoundException("gone");
                        }
                        return file;
                    },
                    FlatModels::open);
    private final ModelReleases releases =
            new ModelReleases(
                    new ForecastEngine(FlatModels.model(3, 0)), shelf, new ModelTrial(24, 7, 0));

    @AfterEach
    void close() {
        releases.close();
    }

    private ModelRelease release(String name, String id, ModelBundle bundle, long timeMillis) {
        files.put(id, bundle.toBytes());
        return new ModelRelease(
                name,
                id,
                bundle.version(),
                id,
                ModelShelf.sha256(bundle.toBytes()),
                timeMillis,
                0,
                timeMillis);
    }

    private static MarketForecaster market(String name, int windows) {
        DemandSeries series = TestSeries.wave(name, windows, 1);
        MarketForecaster market =
                new MarketForecaster(name, series.periodMillis(), series.startMillis());
        for (int i = 0; i < windows; i++) {
            market.observe(series.window(i));
        }
        return market;
    }

    @Test
    void ofEachNameTheLatestUsableReleaseWaitsForMarketsToCome() {
        ModelRelease first = release("default", "r1", FlatModels.bundle(0, 0), 1);
        ModelRelease second = release("default", "r2", FlatModels.bundle(0.1, 0), 2);
        ModelRelease other = release("other", "r3", FlatModels.bundle(0.2, 0), 3);
        ModelRelease broken = release("default", "r4", FlatModels.endless(), 4);
        for (ModelRelease release : new ModelRelease[] {first, second, other}) {
            assertThat(releases.release(release).verdict().decision()).isEqualTo(Decision.PENDING);
        }
        assertThat(releases.release(broken).verdict().decision()).isEqualTo(Decision.REFUSED);
        assertThat(releases.latest()).containsExactlyInAnyOrder(second, other);
    }

    @Test
    void aReleaseIsDecidedOncePerMarket() {
        releases.release(release("default", "r1", FlatModels.bundle(0, 0), NOW));
        MarketForecaster market = market("a", 300);
        MarketModels models = new MarketModels();
        assertThat(releases.decide(market, models, NOW - 1)).isEmpty();
        ModelDecision decision = releases.decide(market, models, NOW).orElseThrow();
        assertThat(decision.market()).isEqualTo("a");
        assertThat(decision.verdict().decision()).isEqualTo(Decision.ADOPTED);
        assertThat(decision.servingVersion()).isEqualTo(decision.release().version());
        assertThat(releases.decide(market, models, NOW + 1)).isEmpty();
        assertThat(releases.engine(models).version()).isEqualTo(decision.release().version());
    }

    @Test
    void aModelThatServesAlreadyIsAdoptedWithoutATrial() {
        releases.release(release("default", "r1", FlatModels.bundle(3, 0), NOW));
        ModelDecision decision =
                releases.decide(market("a", 5), new MarketModels(), NOW).orElseThrow();
        assertThat(decision.verdict().decision()).isEqualTo(Decision.ADOPTED);
        assertThat(decision.verdict().reason()).isEqualTo("the model serves already");
    }

    @Test
    void aLaterReleaseTakesThePlaceOfOneThatIsPending() {
        releases.release(release("default", "r1", FlatModels.bundle(0, 0), NOW));
        MarketForecaster market = market("a", 10);
        MarketModels models = new MarketModels();
        assertThat(releases.decide(market, models, NOW).orElseThrow().verdict().decision())
                .isEqualTo(Decision.PENDING);
        ModelRelease later = release("default", "r2", FlatModels.bundle(0.5, 0), NOW + 1);
        releases.release(later);
        assertThat(releases.decide(market, models, NOW + 1).orElseThrow().release())
                .isEqualTo(later);
        assertThat(models.challenger()).contains(later);
    }

    @Test
    void modelsThatServeNobodyAreFreed() {
        releases.release(release("default", "r1", FlatModels.bundle(1, 0), NOW));
        MarketForecaster market = market("a", 300);
        MarketModels models = new MarketModels();
        releases.decide(market, models, NOW);
        releases.release(release("default", "r2", FlatModels.bundle(0, 0), NOW + 1));
        releases.tidy();
        assertThat(shelf.size()).isEqualTo(2);
        releases.decide(market, models, NOW + 1);
        releases.tidy();
        assertThat(shelf.size()).isOne();
    }

    @Test
    void whatAMarketHasToDoWithSurvivesItsState() throws IOException {
        releases.release(release("default", "r1", FlatModels.bundle(0, 0), NOW));
        MarketModels models = new MarketModels();
        releases.decide(market("a", 300), models, NOW);
        models.asked(7);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        models.write(new DataOutputStream(bytes));
        MarketModels read =
                MarketModels.read(
                        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read).usingRecursiveComparison().isEqualTo(models);
        assertThat(read.serving()).isPresent();
        assertThat(releases.decide(market("a", 300), read, NOW)).isEmpty();
    }

    @Test
    void anAdoptedModelThatIsGoneLeavesTheMarketToStatisticsAndIsToldOfOnce() {
        ModelRelease release = release("default", "r1", FlatModels.bundle(0, 0), NOW);
        MarketModels models = new MarketModels();
        models.challenge(release);
        models.adopt();
        files.clear();
        Optional<ModelDecision> told = releases.decide(market("a", 300), models, NOW);
        assertThat(told.orElseThrow().verdict().reason()).contains("r1 cannot be read: gone");
        assertThat(releases.decide(market("a", 300), models, NOW + 1)).isEmpty();
        assertThat(releases.engine(models).version()).isEmpty();
    }
}
