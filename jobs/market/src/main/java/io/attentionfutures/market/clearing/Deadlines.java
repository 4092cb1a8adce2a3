package io.attentionfutures.market.clearing;

import java.util.Comparator;
import java.util.TreeSet;

/** What is due when. At the same time calls come first, then gate closures, then listings. */
final class Deadlines {
    enum Kind {
        CALL,
        CLOSE,
        LIST
    }

    /** A call or closure of a contract, or the next listing of a market. */
    record Deadline(long timeMillis, Kind kind, ContractState contract, Market market) {
        private String tieBreak() {
            return contract == null ? market.name() : contract.name;
        }
    }

    private final TreeSet<Deadline> due =
            new TreeSet<>(
                    Comparator.comparingLong(Deadline::timeMillis)
                            .thenComparing(Deadline::kind)
                            .thenComparing(Deadline::tieBreak));

    void addCall(ContractState contract) {
        due.add(new Deadline(contract.nextCallMillis, Kind.CALL, contract, null));
    }

    void removeCall(ContractState contract) {
        due.remove(new Deadline(contract.nextCallMillis, Kind.CALL, contract, null));
    }

    void addClose(ContractState contract) {
        due.add(new Deadline(contract.gateMillis, Kind.CLOSE, contract, null));
    }

    void removeClose(ContractState contract) {
        due.remove(new Deadline(contract.gateMillis, Kind.CLOSE, contract, null));
    }

    void addListing(long timeMillis, Market market) {
        due.add(new Deadline(timeMillis, Kind.LIST, null, market));
    }

    long nextMillis() {
        return due.isEmpty() ? Long.MAX_VALUE : due.first().timeMillis();
    }

    /** Takes the first deadline. */
    Deadline take() {
        return due.pollFirst();
    }
}
