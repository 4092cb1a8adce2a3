package io.attentionfutures.pipeline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.externalresource.ExternalResourceInfo;
import org.junit.jupiter.api.Test;

class GraphicsProcessorsTest {

    @Test
    void noneGrantedIsNoDevice() {
        assertThat(GraphicsProcessors.device(Set.of(), 3)).isEmpty();
    }

    @Test
    void subtasksTakeTurnsInTheOrderOfTheIndexes() {
        Set<ExternalResourceInfo> granted = granted("10", "2", "7");
        assertThat(GraphicsProcessors.device(granted, 0)).hasValue(2);
        assertThat(GraphicsProcessors.device(granted, 1)).hasValue(7);
        assertThat(GraphicsProcessors.device(granted, 2)).hasValue(10);
        assertThat(GraphicsProcessors.device(granted, 3)).hasValue(2);
    }

    @Test
    void anIndexThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> GraphicsProcessors.device(granted("GPU-1"), 0))
                .hasMessageContaining("'GPU-1'")
                .hasMessageContaining("discovery script");
    }

    private static Set<ExternalResourceInfo> granted(String... indexes) {
        return Arrays.stream(indexes).map(Granted::new).collect(Collectors.toSet());
    }

    private record Granted(String index) implements ExternalResourceInfo {

        @Override
        public Optional<String> getProperty(String key) {
            return key.equals("index") ? Optional.of(index) : Optional.empty();
        }

        @Override
        public Collection<String> getKeys() {
            return List.of("index");
        }
    }
}
