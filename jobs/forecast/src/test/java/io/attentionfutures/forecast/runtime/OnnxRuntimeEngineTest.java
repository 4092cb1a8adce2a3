package io.attentionfutures.forecast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.GruScorer;
import io.attentionfutures.forecast.model.LstmScorer;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.ScoringEngine;
import io.attentionfutures.forecast.model.ScoringEngines;
import io.attentionfutures.forecast.model.TestBundles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxRuntimeEngineTest {

    private final ScoringEngine engine = ScoringEngines.choose(ScoringEngines.AUTO);
    private final Random random = new Random(3);

    @ParameterizedTest
    @CsvSource({"LSTM,8", "LSTM,13", "LSTM,64", "GRU,8", "GRU,13", "GRU,64"})
    void itComputesTheEquations(Architecture architecture, int hidden) {
        float[] weights = TestBundles.weights(architecture, hidden, hidden);
        // Weights of the size that training gives: larger ones make every rounding error grow.
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (float) Math.sqrt(4.0 / hidden);
        }
        Function<float[][], float[]> equations =
                architecture == Architecture.LSTM
                        ? new LstmScorer(hidden, weights)::score
                        : new GruScorer(hidden, weights)::score;
        List<float[][]> rows = rows(40);
        try (NetworkScorer scorer = open(architecture, hidden, weights)) {
            float[][] scores = scorer.score(rows);
            for (int i = 0; i < scores.length; i++) {
                assertThat(scores[i]).containsExactly(equations.apply(rows.get(i)), within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LSTM,8", "LSTM,13", "LSTM,32", "LSTM,128", "GRU,8", "GRU,13", "GRU,32", "GRU,128"})
    void aRowIsScoredAlikeWhateverComesWithIt(Architecture architecture, int hidden) {
        float[] weights = TestBundles.weights(architecture, hidden, hidden);
        List<float[][]> rows = rows(300);
        try (NetworkScorer scorer = open(architecture, hidden, weights)) {
            float[][] all = scorer.score(rows);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                order.add(i);
                assertThat(scorer.score(rows.subList(i, i + 1))[0]).isEqualTo(all[i]);
            }
            for (int trial = 0; trial < 20; trial++) {
                Collections.shuffle(order, random);
                List<Integer> some = order.subList(0, 1 + random.nextInt(rows.size()));
                float[][] scores = scorer.score(some.stream().map(rows::get).toList());
                for (int i = 0; i < scores.length; i++) {
                    assertThat(scores[i]).isEqualTo(all[some.get(i)]);
                }
            }
        }
    }

    private NetworkScorer open(Architecture architecture, int hidden, float[] weights) {
        BundledNetwork network =
                BundledNetwork.trained("network", architecture, hidden, 1, 1, weights);
        assertThat(network.parameters()).isEqualTo(weights);
        return engine.open(network, OptionalInt.empty());
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
