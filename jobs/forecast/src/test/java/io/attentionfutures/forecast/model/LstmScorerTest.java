package io.attentionfutures.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.DemandCleaner;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.TestSeries;
import org.junit.jupiter.api.Test;

class LstmScorerTest {

    @Test
    void itComputesWhatTheTrainedNetworkComputes() {
        for (int hidden : new int[] {TestBundles.HIDDEN, 13}) {
            float[] weights = TestBundles.weights(hidden, 5);
            LstmNetwork network = LstmNetwork.trained(hidden, weights);
            LstmScorer scorer = new LstmScorer(hidden, weights);
            float[][][] rows = new float[20][][];
            for (int i = 0; i < rows.length; i++) {
                DemandSeries series = TestSeries.wave("a", 200 + i, i);
                rows[i] = FeatureExtractor.extract(series, DemandCleaner.clean(series)).steps();
            }
            float[][] expected = network.output(rows);
            for (int i = 0; i < rows.length; i++) {
                assertThat(scorer.score(rows[i])).containsExactly(expected[i], within(2e-5f));
            }
            assertThat(network.parameters()).isEqualTo(weights);
            network.close();
        }
    }

    @Test
    void theSquashingFunctionsAreCloseToTheExactOnes() {
        for (float x = -20; x <= 20; x += 0.01f) {
            assertThat(LstmScorer.tanh(x)).isCloseTo((float) Math.tanh(x), within(1e-6f));
            assertThat(LstmScorer.sigmoid(x))
                    .isCloseTo((float) (1 / (1 + Math.exp(-x))), within(1e-6f));
        }
    }
}
