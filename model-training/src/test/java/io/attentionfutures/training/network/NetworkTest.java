package io.attentionfutures.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.FeatureExtractor;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

class NetworkTest {

    private final Random random = new Random(5);

    @ParameterizedTest
    @EnumSource(value = Architecture.class, names = "IMPORTED", mode = EnumSource.Mode.EXCLUDE)
    void anUntrainedNetworkPutsOutZero(Architecture architecture) {
        try (Network network = Network.untrained(architecture, 13, 7, 1e-3, 0)) {
            for (float[] output : network.output(rows(5))) {
                assertThat(output).containsOnly(0f).hasSize(DemandForecast.HORIZON);
            }
            assertThat(network.parameters()).hasSize(architecture.parameterCount(13));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Architecture.class, names = "IMPORTED", mode = EnumSource.Mode.EXCLUDE)
    void theSameSeedGivesTheSameNetworkToTheLastBit(Architecture architecture) {
        float[][][] rows = rows(37);
        float[][] targets = targets(37);
        float[] one = trained(architecture, 3, rows, targets);
        assertThat(trained(architecture, 3, rows, targets)).isEqualTo(one);
        assertThat(trained(architecture, 4, rows, targets)).isNotEqualTo(one);
    }

    private static float[] trained(
            Architecture architecture, long seed, float[][][] rows, float[][] targets) {
        try (Network network = Network.untrained(architecture, 8, seed, 1e-2, 1e-4)) {
            for (int step = 0; step < 4; step++) {
                network.fit(rows, targets);
            }
            return network.parameters();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Architecture.class, names = "IMPORTED", mode = EnumSource.Mode.EXCLUDE)
    void trainingGoesOnFromGivenParameters(Architecture architecture) {
        float[][][] rows = rows(64);
        float[][] targets = targets(64);
        for (int i = 0; i < rows.length; i++) {
            float mean = 0;
            for (float value : rows[i][2]) {
                mean += value / FeatureExtractor.STEPS;
            }
            Arrays.fill(targets[i], 3 * mean + rows[i][0][FeatureExtractor.STEPS - 1]);
        }
        try (Network network = Network.untrained(architecture, 16, 1, 1e-2, 0)) {
            double first = network.fit(rows, targets);
            for (int step = 0; step < 60; step++) {
                network.fit(rows, targets);
            }
            double last = network.fit(rows, targets);
            assertThat(last).isLessThan(0.5 * first);
            try (Network again = Network.of(architecture, 16, network.parameters(), 1e-2, 0)) {
                assertThat(again.output(rows)).isDeepEqualTo(network.output(rows));
                assertThat(again.fit(rows, targets)).isLessThan(1.1 * last);
            }
        }
    }

    @Test
    void theGradientOfTheGruIsThatOfItsLoss() {
        float[][][] rows = rows(3);
        float[][] targets = targets(3);
        try (GruNetwork network = GruNetwork.untrained(5, 11, 0, 0, DataType.DOUBLE)) {
            float[] start = network.parameters();
            for (int i = 0; i < start.length; i++) {
                start[i] += (float) (0.3 * random.nextGaussian());
            }
            network.setParameters(start);
            network.differentiate(rows, targets);
            double[] gradient = network.gradient();
            assertThat(gradient).doesNotContain(0.0);
            float step = 1f / 4096;
            for (int i = 0; i < start.length; i++) {
                float[] moved = start.clone();
                moved[i] = start[i] + step;
                network.setParameters(moved);
                double above = network.differentiate(rows, targets);
                double up = moved[i];
                moved[i] = start[i] - step;
                network.setParameters(moved);
                double below = network.differentiate(rows, targets);
                double slope = (above - below) / (up - moved[i]);
                assertThat(slope).as("parameter %s", i).isCloseTo(gradient[i], within(2e-6));
            }
        }
    }

    @Test
    void anImportedNetworkIsNotTrained() {
        assertThatThrownBy(() -> Network.untrained(Architecture.IMPORTED, 8, 1, 1e-3, 0))
                .hasMessageContaining("cannot be trained");
    }

    private float[][][] rows(int count) {
        float[][][] rows = new float[count][FeatureExtractor.FEATURES][FeatureExtractor.STEPS];
        for (float[][] row : rows) {
            for (float[] feature : row) {
                for (int step = 0; step < feature.length; step++) {
                    feature[step] = (float) random.nextGaussian();
                }
            }
        }
        return rows;
    }

    private float[][] targets(int count) {
        float[][] targets = new float[count][DemandForecast.HORIZON];
        for (float[] target : targets) {
            for (int h = 0; h < target.length; h++) {
                target[h] = (float) random.nextGaussian();
            }
        }
        return targets;
    }
}
