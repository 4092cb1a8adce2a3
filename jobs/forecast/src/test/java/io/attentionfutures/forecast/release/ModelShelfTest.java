package io.attentionfutures.forecast.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.model.ScoringEngineException;
import java.io.FileNotFoundException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModelShelfTest {

    private static final ModelBundle BUNDLE = FlatModels.bundle(0, 0);
    private final AtomicInteger reads = new AtomicInteger();

    private static ModelRelease release(String id, ModelBundle bundle) {
        return new ModelRelease(
                "default",
                id,
                bundle.version(),
                "file:/" + id,
                ModelShelf.sha256(bundle.toBytes()),
                1,
                0,
                1);
    }

    private ModelShelf shelf(byte[] file) {
        return new ModelShelf(
                uri -> {
                    reads.incrementAndGet();
                    return file;
                },
                FlatModels::open);
    }

    @Test
    void aModelIsLoadedOnceAndFreedWhenNobodyNeedsIt() {
        try (ModelShelf shelf = shelf(BUNDLE.toBytes())) {
            ModelRelease one = release("r1", BUNDLE);
            ModelRelease two = release("r2", BUNDLE);
            ForecastEngine engine = shelf.engine(one);
            assertThat(shelf.engine(one)).isSameAs(engine);
            shelf.engine(two);
            assertThat(shelf.size()).isEqualTo(2);
            shelf.keepOnly(Set.of(two));
            assertThat(shelf.size()).isOne();
            assertThat(reads).hasValue(2);
            shelf.engine(one);
            assertThat(reads).hasValue(3);
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndNotAskedForAgain() {
        try (ModelShelf shelf =
                new ModelShelf(
                        uri -> {
                            reads.incrementAndGet();
                            throw new FileNotFoundException("it is not there");
                        },
                        FlatModels::open)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> shelf.engine(release("r1", BUNDLE)))
                        .isInstanceOf(ModelBundleException.class)
                        .hasMessage("file:/r1 cannot be read: it is not there");
            }
            assertThat(reads).hasValue(1);
        }
    }

    @Test
    void anotherFileThanTheOneReleasedIsRefused() {
        try (ModelShelf shelf = shelf(FlatModels.bundle(1, 0).toBytes())) {
            assertThatThrownBy(() -> shelf.engine(release("r1", BUNDLE)))
                    .isInstanceOf(ModelBundleException.class)
                    .hasMessageContaining("is not the file that was released");
        }
    }

    @Test
    void aModelThatForecastsEndlessNumbersIsRefused() {
        ModelBundle endless = FlatModels.endless();
        try (ModelShelf shelf = shelf(endless.toBytes())) {
            assertThatThrownBy(() -> shelf.engine(release("r1", endless)))
                    .isInstanceOf(ModelBundleException.class)
                    .hasMessageContaining("network 'lstm'")
                    .hasMessageContaining("not finite");
        }
    }

    @Test
    void whateverAnEngineThrowsIsOneLine() {
        try (ModelShelf shelf =
                new ModelShelf(
                        uri -> BUNDLE.toBytes(),
                        bundle -> {
                            throw new ScoringEngineException("no engine\nat all");
                        })) {
            assertThatThrownBy(() -> shelf.engine(release("r1", BUNDLE)))
                    .isInstanceOf(ModelBundleException.class)
                    .hasMessage("the model " + BUNDLE.version() + " cannot score: no engine");
        }
    }
}
