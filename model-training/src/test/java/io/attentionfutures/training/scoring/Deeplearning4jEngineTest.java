package io.attentionfutures.training.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.ScoringEngine;
import io.attentionfutures.forecast.model.ScoringEngineException;
import io.attentionfutures.forecast.model.ScoringEngines;
import io.attentionfutures.training.network.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Deeplearning4jEngineTest {

    private final Random random = new Random(9);

    @ParameterizedTest
    @CsvSource({"LSTM,8", "LSTM,13", "LSTM,128", "GRU,8", "GRU,13", "GRU,128"})
    void bothEnginesScoreATrainedNetworkAlike(Architecture architecture, int hidden) {
        BundledNetwork network = trained(architecture, hidden);
        List<float[][]> rows = rows(100);
        try (NetworkScorer one = open(ScoringEngines.DEEPLEARNING4J, network);
                NetworkScorer other = open(ScoringEngines.ONNX, network)) {
            float[][] scores = one.score(rows);
            float[][] others = other.score(rows);
            for (int i = 0; i < scores.length; i++) {
                assertThat(scores[i]).containsExactly(others[i], within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LSTM,13", "LSTM,32", "GRU,13", "GRU,32"})
    void aRowIsScoredAlikeWhateverComesWithIt(Architecture architecture, int hidden) {
        List<float[][]> rows = rows(60);
        try (NetworkScorer scorer =
                open(ScoringEngines.DEEPLEARNING4J, trained(architecture, hidden))) {
            float[][] all = scorer.score(rows);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                order.add(i);
            }
            for (int trial = 0; trial < 4; trial++) {
                Collections.shuffle(order, random);
                List<Integer> some = order.subList(0, 1 + random.nextInt(rows.size()));
                float[][] scores = scorer.score(some.stream().map(rows::get).toList());
                for (int i = 0; i < scores.length; i++) {
                    assertThat(scores[i]).isEqualTo(all[some.get(i)]);
                }
            }
        }
    }

    @Test
    void enginesAreFoundByNameAndAutoIsOnnxWithoutAGraphicsProcessor() {
        assertThat(ScoringEngines.all())
                .extracting(ScoringEngine::name)
                .containsExactly("deeplearning4j", "onnx");
        assertThat(ScoringEngines.choose("auto").name()).isEqualTo("onnx");
        assertThat(ScoringEngines.choose("auto", OptionalInt.of(0)).name()).isEqualTo("onnx");
        assertThatThrownBy(() -> ScoringEngines.choose("tensorflow"))
                .isInstanceOf(ScoringEngineException.class)
                .hasMessage(
                        "there is no scoring engine 'tensorflow' on the class path, only auto,"
                                + " deeplearning4j, onnx");
    }

    @Test
    void aGraphicsProcessorThatItCannotUseIsNamed() {
        BundledNetwork network = trained(Architecture.GRU, 4);
        ScoringEngine engine = new Deeplearning4jEngine();
        assertThat(engine.uses(0)).isFalse();
        assertThatThrownBy(() -> engine.open(network, OptionalInt.of(0)))
                .isInstanceOf(ScoringEngineException.class)
                .hasMessageContaining("Maven profile cuda");
        assertThat(Deeplearning4jEngine.obstacle(8, 6)).isEmpty();
        assertThat(Deeplearning4jEngine.obstacle(8, 9)).isEmpty();
        assertThat(Deeplearning4jEngine.obstacle(9, 0))
                .isEqualTo(
                        "the graphics processor has compute capability 9.0, deeplearning4j's CUDA"
                                + " build runs on 3.7 to 8.9: use the engine 'onnx'");
    }

    private static NetworkScorer open(String engine, BundledNetwork network) {
        return ScoringEngines.open(engine, network, OptionalInt.empty());
    }

    private BundledNetwork trained(Architecture architecture, int hidden) {
        float[][][] rows = rows(32).toArray(new float[0][][]);
        float[][] targets = new float[rows.length][24];
        for (int i = 0; i < rows.length; i++) {
            for (int h = 0; h < targets[i].length; h++) {
                targets[i][h] = rows[i][0][h];
            }
        }
        try (Network network = Network.untrained(architecture, hidden, 1, 1e-2, 1e-4)) {
            for (int step = 0; step < 5; step++) {
                network.fit(rows, targets);
            }
            float[] parameters = network.parameters();
            BundledNetwork bundled =
                    BundledNetwork.trained("n", architecture, hidden, 1, 5, parameters);
            assertThat(bundled.parameters()).isEqualTo(parameters);
            return bundled;
        }
    }

    private List<float[][]> rows(int count) {
        List<float[][]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[][] row = new float[FeatureExtractor.FEATURES][FeatureExtractor.STEPS];
            for (float[] feature : row) {
                for (int step = 0; step < feature.length; step++) {
                    feature[step] = (float) random.nextGaussian();
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
