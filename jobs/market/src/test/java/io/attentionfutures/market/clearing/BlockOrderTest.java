package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockOrderTest {
    private Exchange exchange = Exchange.open(Specifications.plain());

    @AfterEach
    void goesOnIdenticallyWhenRestored() {
        Replay.goesOnIdentically(exchange);
    }

    @Test
    void withoutABlockTheHoursClearApart() {
        twoHours();

        exchange.advance(MINUTE);

        assertThat(prices()).containsExactly(tuple(contract(2), 280L), tuple(contract(3), 190L));
    }

    @Test
    void aBlockThatGainsAtItsOwnPricesTrades() {
        twoHours();
        exchange.block("investor", "k", Side.SELL, 2, 2, 20, 130);

        exchange.advance(MINUTE);

        assertThat(prices()).containsExactly(tuple(contract(2), 150L), tuple(contract(3), 120L));
        assertThat(exchange.house.position("investor", contract(2))).isEqualTo(-20);
        assertThat(exchange.house.position("investor", contract(3))).isEqualTo(-20);
        assertThat(reports("k"))
                .extracting(
                        ExecutionReport::contract,
                        ExecutionReport::type,
                        ExecutionReport::lastPriceTicks,
                        ExecutionReport::leavesLots)
                .containsExactly(
                        tuple(contract(2), ExecutionType.NEW, 0L, 20L),
                        tuple(contract(2), ExecutionType.TRADE, 150L, 0L),
                        tuple(contract(3), ExecutionType.TRADE, 120L, 0L));
    }

    @Test
    void aBlockThatWouldSpoilItsOwnPricesIsFlaggedOnce() {
        twoHours();
        exchange.block("investor", "k", Side.SELL, 2, 2, 20, 200);

        exchange.advance(MINUTE);

        assertThat(prices()).containsExactly(tuple(contract(2), 280L), tuple(contract(3), 190L));
        assertThat(flags())
                .extracting(AuditRecorded::subject, AuditRecorded::text)
                .containsExactly(
                        tuple(
                                "k",
                                "investor's block is in the money, but would not be at the prices"
                                        + " that it would set"));
        exchange.advance(10 * MINUTE);
        assertThat(flags()).hasSize(1);
        assertThat(cancel("investor", "k").type()).isEqualTo(ExecutionType.CANCELED);
    }

    @Test
    void aBlockOutOfTheMoneyRestsWithoutAWord() {
        twoHours();
        exchange.block("investor", "k", Side.SELL, 2, 2, 20, 240);

        exchange.advance(MINUTE);

        assertThat(prices()).containsExactly(tuple(contract(2), 280L), tuple(contract(3), 190L));
        assertThat(flags()).isEmpty();
        assertThat(cancel("investor", "k").leavesLots()).isZero();
    }

    @Test
    void twoBlocksMeetWithoutAnyOtherOrder() {
        exchange.block("consumer", "k", Side.BUY, 2, 2, 7, 220);
        exchange.block("provider", "k", Side.SELL, 2, 2, 7, 180);

        exchange.advance(MINUTE);

        assertThat(prices()).containsExactly(tuple(contract(2), 200L), tuple(contract(3), 200L));
        assertThat(exchange.house.position("consumer", contract(3))).isEqualTo(7);
    }

    @Test
    void aCancelledBlockDoesNotTrade() {
        twoHours();
        exchange.block("investor", "k", Side.SELL, 2, 2, 20, 130);

        ExecutionReport report = cancel("investor", "k");

        assertThat(report.type()).isEqualTo(ExecutionType.CANCELED);
        assertThat(report.originalClientOrderId()).isEqualTo("k");
        assertThat(report.cancelledLots()).isEqualTo(20);
        exchange.advance(MINUTE);
        assertThat(exchange.house.position("investor", contract(2))).isZero();
        assertThat(cancel("investor", "k").rejection()).isEqualTo(RejectionCode.UNKNOWN_ORDER);
    }

    @Test
    void aBlockExpiresWithTheFirstOfItsGates() {
        exchange.block("investor", "k", Side.SELL, 1, 3, 20, 240);

        exchange.advance(45 * MINUTE);

        ExecutionReport report = exchange.last(ExecutionReport.class);
        assertThat(report.clientOrderId()).isEqualTo("k");
        assertThat(report.type()).isEqualTo(ExecutionType.EXPIRED);
        exchange.enter(
                "consumer", "b", contract(2), Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 50, 300);
        exchange.advance(HOUR);
        assertThat(exchange.house.position("investor", contract(2))).isZero();
    }

    @Test
    void aBlockReservesMarginInEachOfItsPeriods() {
        exchange = Margins.exchange();
        exchange.deposit("investor", 1_300);
        assertThat(exchange.block("investor", "k", Side.SELL, 2, 3, 10, 200).rejection())
                .isEqualTo(RejectionCode.ORDER_EXCEEDS_LIMIT);

        exchange.block("investor", "k", Side.SELL, 2, 2, 10, 200);

        assertThat(exchange.free("investor")).isEqualTo(1_300 - 2 * 10 * (60 + 2));
        cancel("investor", "k");
        assertThat(exchange.free("investor")).isEqualTo(1_300);
    }

    @Test
    void aTradedBlockLeavesPositionsWithTheirMargin() {
        exchange = Margins.exchange();
        exchange.deposit("investor", 10_000);
        exchange.deposit("investor2", 10_000);
        exchange.block("investor", "k", Side.SELL, 2, 2, 10, 180);
        exchange.block("investor2", "k", Side.BUY, 2, 2, 10, 220);

        exchange.advance(MINUTE);

        assertThat(exchange.cash("investor")).isEqualTo(10_000 - 2 * 20);
        assertThat(exchange.free("investor")).isEqualTo(10_000 - 2 * 20 - 2 * 600);
        assertThat(exchange.free("investor2")).isEqualTo(10_000 - 2 * 20 - 2 * 600);
    }

    @Test
    void aBlockMeetsNoOrderOfItsOwner() {
        enter("investor", "b", 3, Side.BUY, 5, 100);

        assertThat(exchange.block("investor", "k", Side.SELL, 2, 2, 5, 300))
                .extracting(ExecutionReport::rejection, ExecutionReport::text)
                .containsExactly(
                        RejectionCode.SELF_CROSS,
                        "side SELL: could meet the account's own order b in " + contract(3));
        exchange.block("investor", "k2", Side.SELL, 1, 2, 5, 300);
        assertThat(enter("investor", "b2", 2, Side.BUY, 5, 100).rejection())
                .isEqualTo(RejectionCode.SELF_CROSS);
        assertThat(enter("investor", "b3", 4, Side.BUY, 5, 100).type())
                .isEqualTo(ExecutionType.NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 5, 200, INCORRECT_QUANTITY, 'periods 0: must be 1 to 4'",
        "2, 5, 5, 200, INCORRECT_QUANTITY, 'periods 5: must be 1 to 4'",
        "3, 3, 5, 200, UNKNOWN_CONTRACT, 'periods 3: only 2 consecutive periods of '",
        "5, 1, 5, 200, EXCHANGE_CLOSED, 'contract '",
        "2, 2, 0, 200, INCORRECT_QUANTITY, 'lots 0: must be 1 to 1000'",
        "2, 2, 5, 1001, PRICE_EXCEEDS_CURRENT_PRICE_BAND, 'limitTicks 1001: '"
    })
    void aBlockIsRejectedWithItsReason(
            int first, int periods, long lots, long limit, RejectionCode code, String text) {
        ExecutionReport report =
                exchange.block("investor", "k", Side.BUY, first, periods, lots, limit);

        assertThat(report.rejection()).isEqualTo(code);
        assertThat(report.text()).startsWith(text);
        assertThat(exchange.last(AuditRecorded.class).rejection()).isEqualTo(code);
    }

    @Test
    void aBlocksIdIsSpent() {
        exchange.block("investor", "k", Side.SELL, 2, 2, 20, 240);
        cancel("investor", "k");

        assertThat(exchange.block("investor", "k", Side.SELL, 2, 2, 20, 240).rejection())
                .isEqualTo(RejectionCode.DUPLICATE_ORDER);
        assertThat(enter("investor", "k", 2, Side.BUY, 5, 100).rejection())
                .isEqualTo(RejectionCode.DUPLICATE_ORDER);
    }

    /** Bids 30@300 and asks 20@150, 30@280 at 14; bids 30@200 and asks 25@120, 30@190 at 15. */
    private void twoHours() {
        enter("consumer", "b", 2, Side.BUY, 30, 300);
        enter("provider", "s1", 2, Side.SELL, 20, 150);
        enter("provider", "s2", 2, Side.SELL, 30, 280);
        enter("consumer", "b", 3, Side.BUY, 30, 200);
        enter("provider", "s1", 3, Side.SELL, 25, 120);
        enter("provider", "s2", 3, Side.SELL, 30, 190);
    }

    private ExecutionReport enter(
            String account, String id, int hour, Side side, long lots, long limit) {
        return exchange.enter(
                account, id, contract(hour), side, OrderType.LIMIT, TimeInForce.GTC, lots, limit);
    }

    private ExecutionReport cancel(String account, String id) {
        return exchange.command(new CancelOrder(exchange.next(), account, "c", contract(2), id));
    }

    private List<Tuple> prices() {
        return exchange.said(PricePublished.class).stream()
                .filter(price -> price.kind() == PriceKind.CLEARING)
                .map(price -> tuple(price.contract(), price.priceTicks()))
                .toList();
    }

    private List<AuditRecorded> flags() {
        return exchange.said(AuditRecorded.class).stream()
                .filter(record -> record.kind().equals("paradoxical rejection"))
                .toList();
    }

    private List<ExecutionReport> reports(String id) {
        return exchange.said(ExecutionReport.class).stream()
                .filter(report -> report.clientOrderId().equals(id))
                .toList();
    }
}
