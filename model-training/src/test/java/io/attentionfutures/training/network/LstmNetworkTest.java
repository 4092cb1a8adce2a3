package io.attentionfutures.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.LstmScorer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LstmNetworkTest {
    private final Random random = new Random(5);

    @Test
    void theScorerComputesWhatTheTrainedNetworkComputes() {
        for (int hidden : new int[] {8, 13}) {
            float[] weights = weights(hidden);
            LstmNetwork network = LstmNetwork.trained(hidden, weights);
            LstmScorer scorer = new LstmScorer(hidden, weights);
            float[][][] rows = new float[20][][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = row();
            }
            float[][] expected = network.output(rows);
            for (int i = 0; i < rows.length; i++) {
                assertThat(scorer.score(rows[i])).containsExactly(expected[i], within(2e-5f));
            }
            assertThat(network.parameters()).isEqualTo(weights);
            network.close();
        }
    }

    private float[] weights(int hidden) {
        float[] weights = new float[(int) LstmScorer.parameterCount(hidden)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (0.3 * random.nextGaussian());
        }
        return weights;
    }

    private float[][] row() {
        float[][] row = new float[FeatureExtractor.FEATURES][FeatureExtractor.STEPS];
        for (float[] feature : row) {
            for (int step = 0; step < feature.length; step++) {
                feature[step] = (float) random.nextGaussian();
            }
        }
        return row;
    }
}
