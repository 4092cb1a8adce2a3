package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The orders of one market that trade whole or not at all, by their place in time. */
final class BlockBook {
    private final TreeMap<Long, RestingBlock> bySequence = new TreeMap<>();
    long nextSequence;

    /** Sequences of blocks that came or went since the last snapshot. */
    final TreeSet<Long> changed = new TreeSet<>();

    /** Sequences of blocks that were said to be rejected though in the money. */
    final TreeSet<Long> flagged = new TreeSet<>();

    void add(RestingBlock block) {
        bySequence.put(block.sequence(), block);
        changed.add(block.sequence());
    }

    void restore(RestingBlock block) {
        bySequence.put(block.sequence(), block);
    }

    void remove(RestingBlock block) {
        bySequence.remove(block.sequence());
        flagged.remove(block.sequence());
        changed.add(block.sequence());
    }

    RestingBlock get(long sequence) {
        return bySequence.get(sequence);
    }

    boolean isEmpty() {
        return bySequence.isEmpty();
    }

    int size() {
        return bySequence.size();
    }

    Collection<RestingBlock> all() {
        return bySequence.values();
    }

    List<RestingBlock> of(String account) {
        List<RestingBlock> own = new ArrayList<>();
        for (RestingBlock block : bySequence.values()) {
            if (block.account().equals(account)) {
                own.add(block);
            }
        }
        return own;
    }

    /** Returns the block that a contract's owner knows by an id, or null. */
    RestingBlock find(ContractState contract, String account, String clientOrderId) {
        for (RestingBlock block : bySequence.values()) {
            if (block.account().equals(account)
                    && block.clientOrderId().equals(clientOrderId)
                    && block.startMillis() == contract.code.startMillis()) {
                return block;
            }
        }
        return null;
    }

    List<RestingBlock> covering(ContractState contract) {
        List<RestingBlock> covering = new ArrayList<>();
        for (RestingBlock block : bySequence.values()) {
            if (block.covers(contract)) {
                covering.add(block);
            }
        }
        return covering;
    }

    /** Returns an account's own block that an order could meet in a contract, or null. */
    RestingBlock ownCrossing(
            ContractState contract, String account, Side side, boolean market, long limitTicks) {
        for (RestingBlock block : bySequence.values()) {
            if (block.account().equals(account)
                    && block.side() == side.opposite()
                    && block.covers(contract)
                    && (market
                            || block.periods() > 1
                            || block.limitTicks() == 0
                            || side.sign() * (limitTicks - block.limitTicks()) >= 0)) {
                return block;
            }
        }
        return null;
    }
}
