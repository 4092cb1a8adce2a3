package io.attentionfutures.market;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AccountTest {
    @Test
    void needsANameAndAWeight() {
        assertThatThrownBy(() -> new Account("", Role.CONSUMER, true, 1))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> new Account("a", Role.CONSUMER, true, 0))
                .hasMessageContaining("weight of account a must be at least 1, was 0");
    }
}
