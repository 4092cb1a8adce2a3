package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketEvent.CollateralMoved;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.clearing.MarketOutput.StatementReason;
import io.attentionfutures.market.margin.AccountStatus;
import java.math.BigInteger;

/**
 * Lets collateral come and go. Each transfer is answered on the audit trail, an accepted one also
 * by a statement. What an account withdraws must be free: no position, order or margin call needs
 * it. The operator adds to the default fund and takes from the fees under their own names. A
 * transfer's id is remembered for a week.
 */
final class Collateral {
    private static final String KIND = "collateral transfer";
    private static final long LARGEST = 1L << 53;

    private final Segment segment;
    private final Ledger ledger;
    private final MarginCalls marginCalls;
    private final Audit audit;

    Collateral(Segment segment, Ledger ledger, MarginCalls marginCalls, Audit audit) {
        this.segment = segment;
        this.ledger = ledger;
        this.marginCalls = marginCalls;
        this.audit = audit;
    }

    void move(CollateralMoved transfer) {
        boolean fund =
                ClearingHouse.DEFAULT_FUND.equals(transfer.account())
                        || ClearingHouse.FEES.equals(transfer.account());
        AccountState account = fund ? null : segment.accounts.get(transfer.account());
        Rejection rejection = check(transfer, account, fund);
        if (rejection == null) {
            account = fund ? ledger.house(transfer.account()) : account;
            rejection = checkAgainst(transfer, account);
        }
        if (rejection != null) {
            audit.rejected(
                    transfer.position(),
                    KIND,
                    transfer.transferId(),
                    rejection.code(),
                    rejection.reason());
            return;
        }
        boolean deposit = transfer.kind() == TransferKind.DEPOSIT;
        BigInteger amount = BigInteger.valueOf(deposit ? transfer.amount() : -transfer.amount());
        account.transfers.add(transfer.transferId(), segment.nowMillis);
        ledger.pay(account, amount);
        segment.deposited = segment.deposited.add(amount);
        audit.accepted(
                transfer.position(),
                KIND,
                transfer.transferId(),
                account.id() + " moved " + amount + ", cash is " + account.cash);
        ledger.state(account, StatementReason.TRANSFER, amount);
        if (account.check.status() != AccountStatus.NORMAL) {
            marginCalls.check(account, 0);
        }
    }

    private Rejection check(CollateralMoved transfer, AccountState account, boolean fund) {
        if (segment.markets.isEmpty()) {
            return Rejection.of(
                    RejectionCode.UNKNOWN_SEGMENT, "segment", segment.name, "has no market");
        }
        if (!fund && (account == null || Ledger.isHouse(transfer.account()))) {
            return Rejection.of(
                    RejectionCode.UNKNOWN_ACCOUNT,
                    "account",
                    transfer.account(),
                    "not known in segment " + segment.name);
        }
        if (!Admission.isIdentifier(transfer.transferId())) {
            return Rejection.of(
                    RejectionCode.INVALID_VALUE,
                    "transferId",
                    transfer.transferId(),
                    "must be 1 to " + Admission.LONGEST_ID + " characters");
        }
        if (transfer.kind() == null) {
            return Rejection.of(
                    RejectionCode.INVALID_VALUE, "kind", null, "must be DEPOSIT or WITHDRAWAL");
        }
        if (transfer.amount() <= 0 || transfer.amount() > LARGEST) {
            return Rejection.of(
                    RejectionCode.INVALID_VALUE,
                    "amount",
                    transfer.amount(),
                    "must be 1 to " + LARGEST + " minor units");
        }
        return null;
    }

    private Rejection checkAgainst(CollateralMoved transfer, AccountState account) {
        if (account.transfers.contains(transfer.transferId(), segment.nowMillis)) {
            return Rejection.of(
                    RejectionCode.DUPLICATE_RECORD,
                    "transferId",
                    transfer.transferId(),
                    "was already applied");
        }
        if (transfer.kind() == TransferKind.DEPOSIT) {
            return null;
        }
        BigInteger free = account.free();
        boolean fund = ClearingHouse.DEFAULT_FUND.equals(account.id());
        if (fund
                || account.check.status() != AccountStatus.NORMAL
                || free.compareTo(BigInteger.valueOf(transfer.amount())) < 0) {
            return Rejection.of(
                    RejectionCode.INSUFFICIENT_COLLATERAL,
                    "amount",
                    transfer.amount(),
                    fund
                            ? "the default fund pays nothing out"
                            : free.max(BigInteger.ZERO) + " is free");
        }
        return null;
    }
}
