package io.attentionfutures.market.clearing;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.StatementReason;
import io.attentionfutures.market.margin.AccountStatus;
import io.attentionfutures.market.margin.MarginCheck;
import io.attentionfutures.market.margin.Waterfall;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls accounts for margin and closes out those that do not answer.
 *
 * <p>An account that is liquidated loses all its open orders. In each following uncross of a
 * contract in which it holds a position the market enters an order at market for the whole of it,
 * under an id of the market's own. Once it is flat, what its cash lacks is covered by the default
 * fund, then by all other accounts in proportion to their cash.
 */
final class MarginCalls {
    /** Ids of orders that the market enters for an account begin with this. */
    static final String LIQUIDATION = "liquidation-";

    private final Segment segment;
    private final Reports reports;
    private final Ledger ledger;
    private final OrderMargin orderMargin;
    private final OrderRemoval removal;
    private final Watch watch;
    private final Audit audit;

    MarginCalls(
            Segment segment,
            Reports reports,
            Ledger ledger,
            OrderMargin orderMargin,
            OrderRemoval removal,
            Watch watch,
            Audit audit) {
        this.segment = segment;
        this.reports = reports;
        this.ledger = ledger;
        this.orderMargin = orderMargin;
        this.removal = removal;
        this.watch = watch;
        this.audit = audit;
    }

    /** Checks the accounts behind some positions, by name. */
    void check(Collection<Position> positions, long graceMillis) {
        List<AccountState> changing = new ArrayList<>();
        for (Position position : positions) {
            AccountState account = position.account;
            if (!next(account, graceMillis).equals(account.check)) {
                changing.add(account);
            }
        }
        changing.sort(Comparator.comparing(AccountState::id));
        changing.forEach(account -> check(account, graceMillis));
    }

    /** Checks one account and does what follows from it. */
    void check(AccountState account, long graceMillis) {
        MarginCheck next = next(account, graceMillis);
        if (next.equals(account.check)) {
            return;
        }
        MarginCheck before = account.check;
        if (before.status() == AccountStatus.MARGIN_CALL) {
            segment.deadlines.removeMargin(account);
        }
        account.check = next;
        if (next.status() == AccountStatus.NORMAL) {
            segment.called.remove(account);
        } else {
            segment.called.add(account);
        }
        segment.changes.touch(account);
        switch (next.status()) {
            case MARGIN_CALL:
                segment.deadlines.addMargin(account);
                ledger.state(account, StatementReason.MARGIN_CALL, BigInteger.ZERO);
                audit.enacted(
                        "margin call",
                        account.id(),
                        "cash " + account.cash + " is below maintenance " + account.maintenance);
                break;
            case LIQUIDATING:
                liquidate(account);
                break;
            case NORMAL:
                segment.liquidating.remove(account.id());
                ledger.state(account, StatementReason.MARGIN_RESTORED, BigInteger.ZERO);
                break;
        }
    }

    private MarginCheck next(AccountState account, long graceMillis) {
        return account.check.next(
                account.cash,
                account.maintenance.toBigInteger(),
                account.openPositions == 0,
                segment.nowMillis,
                graceMillis);
    }

    private void liquidate(AccountState account) {
        segment.liquidating.put(account.id(), account);
        ledger.state(account, StatementReason.LIQUIDATION, BigInteger.ZERO);
        audit.enacted(
                "liquidation",
                account.id(),
                "cash " + account.cash + ", maintenance " + account.maintenance);
        removal.removeAll(account, ExecutionType.CANCELED);
        for (Market market : segment.markets.values()) {
            for (ContractState contract : market.contracts.values()) {
                callToClose(contract, account);
            }
        }
        finish(account);
    }

    /** Enters the orders that close the positions of accounts in liquidation in this uncross. */
    void enterOrders(ContractState contract) {
        for (AccountState account : segment.liquidating.values()) {
            Position position = contract.positions.get(account.id());
            if (position == null
                    || position.lots == 0
                    || position.buyLots + position.sellLots != 0) {
                continue;
            }
            RestingOrder order =
                    contract.book.enter(
                            account.id(),
                            unusedId(contract, account.id()),
                            position.lots > 0 ? Side.SELL : Side.BUY,
                            OrderType.MARKET,
                            TimeInForce.IOC,
                            Math.abs(position.lots),
                            0);
            orderMargin.entered(contract, order);
            watch.entered(contract, order);
            contract.bookChanged = true;
            reports.unasked(ExecutionType.NEW, contract, order);
        }
    }

    private static String unusedId(ContractState contract, String account) {
        long number = contract.book.nextSequence();
        while (contract.book.isUsed(account, LIQUIDATION + number)) {
            number++;
        }
        return LIQUIDATION + number;
    }

    /** Plans another call where an account in liquidation still holds lots. */
    void keepCalling(ContractState contract) {
        for (AccountState account : segment.liquidating.values()) {
            callToClose(contract, account);
        }
    }

    private void callToClose(ContractState contract, AccountState account) {
        Position position = contract.positions.get(account.id());
        if (position != null && position.lots != 0) {
            segment.bookChanged(contract);
        }
    }

    /** Ends the liquidations of accounts that are flat. */
    void finishFlat() {
        for (AccountState account : List.copyOf(segment.liquidating.values())) {
            finish(account);
        }
    }

    private void finish(AccountState account) {
        if (account.openPositions != 0) {
            return;
        }
        if (account.cash.signum() < 0) {
            cover(account);
        }
        check(account, 0);
    }

    private void cover(AccountState account) {
        BigInteger shortfall = account.cash.negate();
        AccountState fund = ledger.house(ClearingHouse.DEFAULT_FUND);
        Map<String, BigInteger> others = new TreeMap<>();
        for (AccountState other : segment.accounts.values()) {
            if (other != account && !Ledger.isHouse(other.id())) {
                others.put(other.id(), other.cash);
            }
        }
        Waterfall waterfall = Waterfall.cover(shortfall, fund.cash, others);
        ledger.move(fund, account, waterfall.fundTaken());
        waterfall
                .haircuts()
                .forEach((name, part) -> ledger.move(segment.accounts.get(name), account, part));
        if (waterfall.uncovered().signum() > 0) {
            // Nobody has any cash left: the segment's own fees are all that remains.
            ledger.move(ledger.house(ClearingHouse.FEES), account, waterfall.uncovered());
        }
        ledger.state(account, StatementReason.DEFAULT, shortfall);
        waterfall
                .haircuts()
                .keySet()
                .forEach(
                        name ->
                                ledger.state(
                                        segment.accounts.get(name),
                                        StatementReason.DEFAULT,
                                        waterfall.haircuts().get(name).negate()));
        audit.enacted(
                "default",
                account.id(),
                "shortfall "
                        + shortfall
                        + ", default fund paid "
                        + waterfall.fundTaken()
                        + ", "
                        + waterfall.haircuts().size()
                        + " accounts paid the rest");
    }
}
