package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import java.math.BigInteger;

/** An account and its cash in this segment, in minor units of money. */
final class AccountState {
    Account account;
    BigInteger cash = BigInteger.ZERO;
    boolean changed;

    AccountState(Account account) {
        this.account = account;
    }
}
