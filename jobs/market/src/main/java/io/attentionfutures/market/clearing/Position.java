package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.margin.ExactSum;
import io.attentionfutures.market.margin.Exposure;
import io.attentionfutures.market.store.Stored;

/** What one account holds and has ordered in one contract. */
final class Position extends Stored {
    final AccountState account;

    /** Net lots: bought less sold, delivered lots not counted. */
    long lots;

    /** Leaves of all its open orders to buy, blocks included. */
    long buyLots;

    /** Leaves of all its open orders to sell, blocks included. */
    long sellLots;

    /** What its open orders hold back beyond margin, minor units. */
    final ExactSum ordersReserve = new ExactSum();

    /** What all this needs of the account's cash, minor units. */
    final ExactSum requirement = new ExactSum();

    /** What the net lots alone need at least, minor units. */
    final ExactSum maintenance = new ExactSum();

    /** Lots that a provider has yet to deliver, once the gate has closed. */
    long soldLots;

    /** Net lots of the call that is under way, not yet paid for. */
    long unpaidLots;

    /** Lots bought and sold in the call that is under way. */
    long filledLots;

    boolean changed;

    Position(AccountState account, long lots) {
        this.account = account;
        this.lots = lots;
    }

    String accountId() {
        return account.account.id();
    }

    Exposure exposure() {
        return new Exposure(lots, buyLots, sellLots);
    }

    /** Adds lots of an open order, or takes them away if negative. */
    void order(Side side, long change, long reservedPerLot) {
        if (side == Side.BUY) {
            buyLots += change;
        } else {
            sellLots += change;
        }
        ordersReserve.addProduct(reservedPerLot, change);
    }

    /** Changes the net lots. */
    void add(long change) {
        boolean wasOpen = lots != 0;
        lots = Math.addExact(lots, change);
        if (wasOpen != (lots != 0)) {
            account.openPositions += wasOpen ? -1 : 1;
        }
    }

    /** Whether all that there ever was are orders that left: no snapshot knows it. */
    boolean isUntouched() {
        return isEmpty() && !changed && !isStored();
    }

    boolean isEmpty() {
        return lots == 0 && buyLots == 0 && sellLots == 0 && soldLots == 0;
    }
}
