package io.attentionfutures.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.WireFormat;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class WireFormatsTest {
    private static final byte[] SINGLE_OBJECT = {(byte) 0xC3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 42};

    @Test
    void recordsAreInConfluentFramingUnlessToldOtherwise() {
        assertThat(of().frame("afm.prices", SINGLE_OBJECT)).hasSize(6).startsWith(0).endsWith(42);
        WireFormat some = of("afm.prices", "afm.depth");
        assertThat(some.frame("afm.prices", SINGLE_OBJECT)).isEqualTo(SINGLE_OBJECT);
        assertThat(some.frame("afm.executions", SINGLE_OBJECT)).startsWith(0);
        assertThat(of("*").frame("afm.executions", SINGLE_OBJECT)).isEqualTo(SINGLE_OBJECT);
    }

    @Test
    void aTopicThatTheJobDoesNotWriteIsNamed() {
        for (String wrong : List.of("afm.orders", "afm.price", "")) {
            assertThatThrownBy(() -> of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "afm.wire.single-object-topics names '%s', which is no output topic",
                            wrong);
        }
    }

    @Test
    void aRegistryThatCannotBeUsedIsNamedWithTheOption() {
        for (String wrong : List.of("http://127.0.0.1:1", "registry:8081")) {
            Configuration config = new Configuration().set(MarketOptions.REGISTRY_URL, wrong);
            assertThatThrownBy(() -> WireFormats.of(config, Topic.outputs()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("afm.registry.url")
                    .hasMessageContaining(wrong);
        }
    }

    private static WireFormat of(String... singleObject) {
        Configuration config =
                new Configuration().set(MarketOptions.SINGLE_OBJECT_TOPICS, List.of(singleObject));
        return WireFormats.of(config, Topic.outputs());
    }
}
