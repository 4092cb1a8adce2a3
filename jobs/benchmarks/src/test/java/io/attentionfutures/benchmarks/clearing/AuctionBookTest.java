package io.attentionfutures.benchmarks.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.attentionfutures.market.book.Fill;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is timed side by side does the same. */
class AuctionBookTest {
    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "50, 1", "300, 10", "1000, 100", "3000, 2000"})
    void bookAndSortAndScanFillTheSameOrders(int orders, int levels) {
        for (int seed = 0; seed < 20; seed++) {
            AuctionBook book = new AuctionBook(orders, levels, seed);
            assertThatCode(book::requireSameResult).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 100", "3000, 2000"})
    void mostOrdersTrade(int orders, int levels) {
        AuctionBook book = new AuctionBook(orders, levels, 1);
        long traded = book.auction().fills().stream().mapToLong(Fill::lots).sum();
        assertThat(traded).isEqualTo(2 * book.auction().result().volumeLots());
        assertThat(book.auction().fills().size()).isBetween(orders / 4, 3 * orders / 4);
    }
}
