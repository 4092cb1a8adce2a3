package io.attentionfutures.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.FeatureExtractor;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResumedNetworkTest {

    @ParameterizedTest
    @EnumSource(
            value = Architecture.class,
            names = {"LSTM", "GRU"})
    void aResumedNetworkLearnsOnToTheLastBit(Architecture architecture) {
        Network whole = Network.untrained(architecture, 8, 1, 1e-2, 1e-4);
        steps(whole, 0, 10);
        Network first = Network.untrained(architecture, 8, 1, 1e-2, 1e-4);
        steps(first, 0, 4);
        Network second = Network.untrained(architecture, 8, 99, 1e-2, 1e-4);
        second.resume(first.parameters(), first.updaterState(), first.steps());
        steps(second, 4, 10);
        assertThat(second.parameters()).isEqualTo(whole.parameters());
        assertThat(second.updaterState()).isEqualTo(whole.updaterState());
        assertThat(second.steps()).isEqualTo(10).isEqualTo(whole.steps());

        Network forgetful = Network.untrained(architecture, 8, 99, 1e-2, 1e-4);
        forgetful.setParameters(first.parameters());
        steps(forgetful, 4, 10);
        assertThat(forgetful.parameters()).isNotEqualTo(whole.parameters());
    }

    private static void steps(Network network, int from, int to) {
        for (int step = from; step < to; step++) {
            Random random = new Random(step);
            float[][][] rows = new float[6][FeatureExtractor.FEATURES][FeatureExtractor.STEPS];
            float[][] targets = new float[rows.length][DemandForecast.HORIZON];
            for (int i = 0; i < rows.length; i++) {
                for (float[] feature : rows[i]) {
                    fill(feature, random);
                }
                fill(targets[i], random);
            }
            network.fit(rows, targets);
        }
    }

    private static void fill(float[] values, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
    }
}
