package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.clearing.MarketOutput.PositionLine;
import io.attentionfutures.market.clearing.MarketOutput.StatementIssued;
import io.attentionfutures.market.clearing.MarketOutput.StatementReason;
import io.attentionfutures.market.margin.VariationMargin;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Moves money between the accounts of a segment, its own funds among them, and tells their owners.
 * Only collateral that comes or goes changes the sum over all accounts.
 */
final class Ledger {
    private static final String HOUSE = "house.";

    private final Segment segment;
    private final Reports reports;

    Ledger(Segment segment, Reports reports) {
        this.segment = segment;
        this.reports = reports;
    }

    /** Whether a name is kept for the segment's own funds. */
    static boolean isHouse(String account) {
        return account.startsWith(HOUSE);
    }

    /** Returns one of the segment's own funds. */
    AccountState house(String name) {
        AccountState state = segment.accounts.get(name);
        if (state == null) {
            state = new AccountState(new Account(name, Role.REGULATOR, false, 1));
            segment.accounts.put(name, state);
            segment.changes.touch(state);
        }
        return state;
    }

    /** Gives money to an account, or takes it if negative. */
    void pay(AccountState account, BigInteger amount) {
        if (amount.signum() == 0) {
            return;
        }
        account.cash = account.cash.add(amount);
        segment.cash.add(amount);
        account.unstated = true;
        segment.changes.touch(account);
    }

    /** Gives an account what lots gain from one price to another, or takes what they lose. */
    void payVariation(
            AccountState account, ContractState contract, long fromTicks, long toTicks, long lots) {
        if (fromTicks != toTicks && lots != 0) {
            pay(
                    account,
                    VariationMargin.of(lots, fromTicks, toTicks, contract.rules().tickValue()));
        }
    }

    void move(AccountState from, AccountState to, BigInteger amount) {
        pay(from, amount.negate());
        pay(to, amount);
    }

    void state(AccountState account, StatementReason reason, BigInteger amount) {
        account.unstated = false;
        segment.changes.touch(account);
        reports.say(
                new StatementIssued(
                        segment.name,
                        segment.nowMillis,
                        reports.nextSequence(),
                        account.id(),
                        reason,
                        account.check.status(),
                        amount,
                        account.cash,
                        account.reserved.toBigInteger(),
                        account.maintenance.toBigInteger(),
                        account.check.deadlineMillis(),
                        positions(account)));
    }

    private List<PositionLine> positions(AccountState account) {
        TreeMap<String, PositionLine> lines = new TreeMap<>();
        int left = account.openPositions;
        for (Market market : segment.markets.values()) {
            if (left == 0) {
                break;
            }
            for (ContractState contract : market.allContracts()) {
                Position position = contract.positions.get(account.id());
                if (position != null && position.lots != 0) {
                    left--;
                    lines.put(
                            contract.name,
                            new PositionLine(contract.name, position.lots, contract.markTicks));
                }
            }
        }
        return List.copyOf(lines.values());
    }

    /** States every account whose cash changed since its last statement, by name. */
    void stateChanged() {
        List<AccountState> due = new ArrayList<>();
        for (AccountState account : segment.accounts.values()) {
            if (account.unstated) {
                due.add(account);
            }
        }
        due.sort(Comparator.comparing(AccountState::id));
        for (AccountState account : due) {
            state(account, StatementReason.PERIODIC, BigInteger.ZERO);
        }
    }
}
