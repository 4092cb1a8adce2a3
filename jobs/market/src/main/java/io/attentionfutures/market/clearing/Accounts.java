package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;

/** Opens accounts and changes what they are. */
final class Accounts {
    private final Segment segment;
    private final OrderMargin orderMargin;
    private final Audit audit;

    Accounts(Segment segment, OrderMargin orderMargin, Audit audit) {
        this.segment = segment;
        this.orderMargin = orderMargin;
        this.audit = audit;
    }

    void change(AccountChanged event) {
        String id = event.account().id();
        if (Ledger.isHouse(id)) {
            audit.rejected(
                    event.position(),
                    "account",
                    id,
                    RejectionCode.INVALID_VALUE,
                    "account " + id + ": is a fund of the segment itself");
            return;
        }
        AccountState state =
                segment.accounts.computeIfAbsent(id, name -> new AccountState(event.account()));
        state.account = event.account();
        orderMargin.renew(state);
        segment.changes.touch(state);
        audit.accepted(event.position(), "account", id, "");
    }
}
