package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogPositionTest {
    @Test
    void ordersByTimeThenTopicThenPartitionThenOffset() {
        LogPosition position = new LogPosition(5, "b", 1, 7);

        assertThat(position)
                .isGreaterThan(new LogPosition(4, "c", 2, 8))
                .isGreaterThan(new LogPosition(5, "a", 2, 8))
                .isGreaterThan(new LogPosition(5, "b", 0, 8))
                .isGreaterThan(new LogPosition(5, "b", 1, 6))
                .isEqualByComparingTo(new LogPosition(5, "b", 1, 7))
                .hasToString("b-1@7");
    }
}
