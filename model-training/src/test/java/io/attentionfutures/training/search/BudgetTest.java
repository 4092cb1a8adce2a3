package io.attentionfutures.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private final AtomicLong nanos = new AtomicLong(5);

    @Test
    void theSearchEndsInTimeForTheFinalFit() {
        Budget budget = new Budget(100, 0, nanos::get);
        pass(59);
        assertThat(budget.searchIsOver()).isFalse();
        budget.reserve(30);
        pass(10);
        assertThat(budget.searchIsOver()).isFalse();
        pass(1);
        assertThat(budget.searchIsOver()).isTrue();
        assertThat(budget.isSpent()).isFalse();
        pass(32);
        assertThat(budget.isSpent()).isTrue();
    }

    @Test
    void whatWasSpentBeforeCounts() {
        Budget budget = new Budget(100, 90, nanos::get);
        assertThat(budget.searchIsOver()).isTrue();
        pass(4);
        assertThat(budget.spent()).isEqualTo(94);
        assertThat(budget.left()).isEqualTo(6);
        assertThat(budget.spentHere()).isEqualTo(4);
    }

    @Test
    void withoutABudgetThereIsNoEnd() {
        Budget budget = new Budget(0, 0, nanos::get);
        pass(1_000_000);
        assertThat(budget.searchIsOver()).isFalse();
        assertThat(budget.isSpent()).isFalse();
        assertThat(budget.left()).isInfinite();
    }

    private void pass(long seconds) {
        nanos.addAndGet(seconds * 1_000_000_000L);
    }
}
