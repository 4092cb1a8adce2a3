package io.attentionfutures.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskTest {
    private final SimulatedExchange exchange = new SimulatedExchange(output -> {});
    private Desk buyer;
    private Desk seller;
    private ContractView contract;

    @BeforeEach
    void open() {
        buyer = exchange.open("buyer", Role.CONSUMER);
        seller = exchange.open("seller", Role.PROVIDER);
        for (int hour = 1; hour <= 2 * SimulatedExchange.HORIZON; hour++) {
            ContractView opened = exchange.contract(hour);
            contract = hour == 5 ? opened : contract;
        }
    }

    @Test
    void aFillMovesPositionAndCash() {
        OwnOrder bid = buyer.limit(contract, Side.BUY, 10, 120);
        OwnOrder offer = seller.limit(contract, Side.SELL, 4, 90);

        call();

        assertThat(bid.filledLots()).isEqualTo(4);
        assertThat(bid.leavesLots()).isEqualTo(6);
        assertThat(bid.isOpen()).isTrue();
        assertThat(offer.isOpen()).isFalse();
        assertThat(bid.paidTicks()).isEqualTo(4 * contract.lastTicks());
        assertThat(buyer.position(5)).isEqualTo(4);
        assertThat(seller.position(5)).isEqualTo(-4);
        assertThat(buyer.cash(5)).isEqualTo(-seller.cash(5)).isEqualTo(-4 * contract.lastTicks());
    }

    @Test
    void aReplacedOrderTradesAtItsNewLimitAndQuantity() {
        OwnOrder bid = buyer.limit(contract, Side.BUY, 10, 50);
        buyer.replace(bid, 3, 120);
        buyer.replace(bid, 2, 130);
        seller.limit(contract, Side.SELL, 8, 110);

        call();

        assertThat(bid.filledLots()).isEqualTo(2);
        assertThat(bid.limitTicks()).isEqualTo(130);
        assertThat(buyer.rejected()).isZero();
    }

    @Test
    void aCancelledOrderTradesNoMore() {
        OwnOrder bid = buyer.limit(contract, Side.BUY, 10, 120);
        buyer.cancel(bid);
        seller.limit(contract, Side.SELL, 8, 110);

        call();

        assertThat(bid.isOpen()).isFalse();
        assertThat(bid.leavesLots()).isZero();
        assertThat(buyer.position(5)).isZero();
    }

    @Test
    void anOrderForOneCallIsGoneAfterIt() {
        OwnOrder bid = buyer.once(contract, Side.BUY, 10, 120);

        call();

        assertThat(bid.isOpen()).isFalse();
        assertThat(contract.bids()).isEmpty();
    }

    @Test
    void aRefusedOrderIsClosedAndCounted() {
        OwnOrder tooLarge =
                buyer.limit(contract, Side.BUY, SimulatedExchange.CAPACITY_LOTS + 1, 120);

        assertThat(tooLarge.isOpen()).isFalse();
        assertThat(buyer.rejected()).isOne();
    }

    @Test
    void theGateEndsWhatRests() {
        OwnOrder bid = buyer.limit(contract, Side.BUY, 10, 120);

        exchange.advanceTo(SimulatedExchange.START_MILLIS + 5 * SimulatedExchange.HOUR_MILLIS);

        assertThat(bid.isOpen()).isFalse();
        assertThat(bid.filledLots()).isZero();
    }

    private void call() {
        exchange.advanceTo(SimulatedExchange.START_MILLIS + SimulatedExchange.CALL_MILLIS);
    }
}
