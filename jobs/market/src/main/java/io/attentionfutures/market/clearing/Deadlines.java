package io.attentionfutures.market.clearing;

import java.util.Comparator;
import java.util.TreeSet;

/** What is due when; at the same time in the order of {@link Kind}, then by name. */
final class Deadlines {
    enum Kind {
        CALL,
        /** Orders that were good till a time. */
        EXPIRE,
        CLOSE,
        SETTLE,
        LIST,
        /** A margin call lapses. */
        MARGIN,
        INDICATE
    }

    /** What is due of a contract, a market or an account. */
    record Deadline(
            long timeMillis,
            Kind kind,
            String name,
            ContractState contract,
            Market market,
            AccountState account) {}

    private final TreeSet<Deadline> due =
            new TreeSet<>(
                    Comparator.comparingLong(Deadline::timeMillis)
                            .thenComparing(Deadline::kind)
                            .thenComparing(Deadline::name));

    private static Deadline of(long timeMillis, Kind kind, ContractState contract) {
        return new Deadline(timeMillis, kind, contract.name, contract, null, null);
    }

    void addCall(ContractState contract) {
        due.add(of(contract.nextCallMillis, Kind.CALL, contract));
    }

    void removeCall(ContractState contract) {
        due.remove(of(contract.nextCallMillis, Kind.CALL, contract));
    }

    void addExpiry(ContractState contract, long timeMillis) {
        due.add(of(timeMillis, Kind.EXPIRE, contract));
    }

    void removeExpiry(ContractState contract, long timeMillis) {
        due.remove(of(timeMillis, Kind.EXPIRE, contract));
    }

    void addClose(ContractState contract) {
        due.add(of(contract.gateMillis, Kind.CLOSE, contract));
    }

    void removeClose(ContractState contract) {
        due.remove(of(contract.gateMillis, Kind.CLOSE, contract));
    }

    void addSettle(ContractState contract) {
        due.add(of(contract.settleMillis, Kind.SETTLE, contract));
    }

    void removeSettle(ContractState contract) {
        due.remove(of(contract.settleMillis, Kind.SETTLE, contract));
    }

    void addIndication(ContractState contract) {
        due.add(of(contract.indicationMillis, Kind.INDICATE, contract));
    }

    void removeIndication(ContractState contract) {
        due.remove(of(contract.indicationMillis, Kind.INDICATE, contract));
    }

    void addListing(long timeMillis, Market market) {
        due.add(new Deadline(timeMillis, Kind.LIST, market.name(), null, market, null));
    }

    void addMargin(AccountState account) {
        due.add(margin(account));
    }

    void removeMargin(AccountState account) {
        due.remove(margin(account));
    }

    private static Deadline margin(AccountState account) {
        return new Deadline(
                account.check.deadlineMillis(), Kind.MARGIN, account.id(), null, null, account);
    }

    long nextMillis() {
        return due.isEmpty() ? Long.MAX_VALUE : due.first().timeMillis();
    }

    /** Takes the first deadline. */
    Deadline take() {
        return due.pollFirst();
    }
}
