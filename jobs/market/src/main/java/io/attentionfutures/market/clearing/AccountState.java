package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.margin.ExactSum;
import io.attentionfutures.market.margin.MarginCheck;
import io.attentionfutures.market.store.Stored;
import java.math.BigInteger;

/** An account in this segment. Money in minor units. */
final class AccountState extends Stored {
    Account account;

    /** Collateral, after all variation margin and payments. */
    BigInteger cash = BigInteger.ZERO;

    /** What its positions and orders need of it: sum of {@link Position#requirement}. */
    final ExactSum reserved = new ExactSum();

    /** What cash must not fall below: sum of {@link Position#maintenance}. */
    final ExactSum maintenance = new ExactSum();

    /** Contracts in which its position is not zero. */
    int openPositions;

    MarginCheck check = MarginCheck.NORMAL;

    /** By directive, whatever its own record says. */
    boolean suspended;

    /** Transfers of collateral that were accepted. */
    final RecentIds transfers = new RecentIds();

    /** Its cash changed since its last statement. */
    boolean unstated;

    boolean changed;

    AccountState(Account account) {
        this.account = account;
    }

    String id() {
        return account.id();
    }

    BigInteger free() {
        return cash.subtract(reserved.toBigInteger());
    }

    boolean mayTrade() {
        return account.active() && !suspended;
    }
}
