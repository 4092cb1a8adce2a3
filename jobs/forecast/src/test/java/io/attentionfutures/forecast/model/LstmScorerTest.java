package io.attentionfutures.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LstmScorerTest {

    @Test
    void theSquashingFunctionsAreCloseToTheExactOnes() {
        for (float x = -20; x <= 20; x += 0.01f) {
            assertThat(LstmScorer.tanh(x)).isCloseTo((float) Math.tanh(x), within(1e-6f));
            assertThat(LstmScorer.sigmoid(x))
                    .isCloseTo((float) (1 / (1 + Math.exp(-x))), within(1e-6f));
        }
    }
}
