package io.attentionfutures.market.clearing;

/** Net lots of one account in one contract: bought less sold. */
final class Position {
    final AccountState account;
    long lots;

    /** Net lots of the call that is under way, not yet paid for. */
    long unpaidLots;

    boolean changed;
    boolean stored;

    Position(AccountState account, long lots) {
        this.account = account;
        this.lots = lots;
    }

    String accountId() {
        return account.account.id();
    }
}
