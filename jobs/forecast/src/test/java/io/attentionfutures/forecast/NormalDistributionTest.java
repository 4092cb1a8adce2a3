package io.attentionfutures.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalDistributionTest {

    @Test
    void knownQuantiles() {
        assertThat(NormalDistribution.quantile(0.5)).isCloseTo(0, within(1e-9));
        assertThat(NormalDistribution.quantile(0.95)).isCloseTo(1.6448536269514722, within(1e-8));
        assertThat(NormalDistribution.quantile(0.01)).isCloseTo(-2.3263478740408408, within(1e-8));
        assertThat(NormalDistribution.quantile(0.99)).isCloseTo(2.3263478740408408, within(1e-8));
        assertThatThrownBy(() -> NormalDistribution.quantile(1)).hasMessageContaining("1.0");
    }
}
