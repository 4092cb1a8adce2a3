package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.book.OrderBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A contract that trades: its book, positions and prices. */
final class ContractState {
    static final long NEVER = Long.MAX_VALUE;

    final ContractCode code;
    final String name;
    final Market market;

    /**
     * Number of this contract among all that the segment ever listed; short key of its entities.
     */
    final long serial;

    final OrderBook book = new OrderBook();

    /** By account. Nothing may depend on the order of this table. */
    final Map<String, Position> positions = new HashMap<>();

    /** Current reference and band; null while no signal counts, and then no call is due. */
    Quote quote;

    /** Reference and band of the last call; null before the first. */
    Quote calledAt;

    /** Reference in force when the newest signal arrived, negative for none. */
    long anchorTicks = -1;

    long lastPriceTicks = -1;
    long lastVolumeLots;
    long lastPriceMillis;
    String previousHash = PriceHash.GENESIS;

    /** The book changed since the last call. */
    boolean bookChanged;

    long nextCallMillis = NEVER;
    long gateMillis;

    boolean changed;
    boolean stored;
    final List<Position> changedPositions = new ArrayList<>();
    int storedIdChunks;

    ContractState(ContractCode code, Market market, long serial) {
        this.code = code;
        this.name = code.toString();
        this.market = market;
        this.serial = serial;
        this.gateMillis = code.startMillis() - market.specification.gateClosureMillis();
    }

    void touch(Position position) {
        if (!position.changed) {
            position.changed = true;
            changedPositions.add(position);
        }
    }

    /** Returns the positions by account. */
    List<Position> sortedPositions() {
        List<Position> sorted = new ArrayList<>(positions.values());
        sorted.sort(Comparator.comparing(Position::accountId));
        return sorted;
    }
}
