package io.attentionfutures.pipeline.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.pipeline.testing.RecordedMetrics;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLetterMetricsTest {
    private final RecordedMetrics recorded = new RecordedMetrics();
    private final DeadLetterMetrics metrics = new DeadLetterMetrics(recorded.group());

    private Map<String, Number> values() {
        Map<String, Number> values = recorded.values();
        values.keySet().removeIf(key -> !key.startsWith("deadLetters"));
        return values;
    }

    @Test
    void theTotalIsThereBeforeTheFirstDeadLetter() {
        assertThat(values()).isEqualTo(Map.of("deadLetters{}", 0L));
    }

    @Test
    void deadLettersAreCountedByReason() {
        metrics.count("LATE");
        metrics.count("MALFORMED");
        metrics.count("LATE");

        assertThat(values())
                .isEqualTo(
                        Map.of(
                                "deadLetters{}",
                                3L,
                                "deadLetters{reason=LATE}",
                                2L,
                                "deadLetters{reason=MALFORMED}",
                                1L));
    }
}
