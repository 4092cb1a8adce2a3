package io.attentionfutures.market.clearing;

import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.store.ChunkStore;
import io.attentionfutures.market.store.EntityStore;
import io.attentionfutures.market.surveillance.Conduct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stores what changed of a segment; {@link StoredSegment} reads it. What there is much of goes into
 * {@linkplain ChunkStore chunks}:
 *
 * <pre>
 * account     account, cash, status, recent transfers
 * contract    prices and plans of a contract that is not settled, its number N
 * order       resting order of contract N
 * position    an account's net lots and lots to deliver in contract N
 * conduct     what an account did in contract N
 * ids         client order ids spent in contract N between two snapshots
 * </pre>
 *
 * and the rest has keys of its own:
 *
 * <pre>
 * segment                  clock, number of the next output, number of the next contract
 * specification/MARKET     specification and how far it is listed
 * forecast/MARKET          newest forecast
 * history/MARKET           what past periods were settled at and what follows
 * block/MARKET/SEQUENCE    order that trades whole or not at all
 * </pre>
 */
final class Snapshot {
    static final String SEGMENT = "segment";

    private Snapshot() {}

    static void write(Segment segment, long nextSequence, EntityStore store) {
        Segment.Changes changes = segment.changes;
        changes.formerKeys.forEach(store::remove);
        changes.formerKeys.clear();
        writeMarkets(segment, store);
        ChunkStore chunks = changes.chunks;
        chunks.begin(store);
        for (AccountState account : changes.accounts) {
            account.changed = false;
            chunks.put(account, EntityCodec.ACCOUNT, out -> EntityCodec.account(out, account));
        }
        changes.accounts.clear();
        for (ContractState contract : changes.contracts) {
            contract.changed = false;
            write(contract, chunks);
        }
        changes.contracts.clear();
        chunks.finish();
        byte[] self = EntityCodec.segment(segment, nextSequence);
        if (!Arrays.equals(self, changes.storedSegment)) {
            changes.storedSegment = self;
            store.put(SEGMENT, self);
        }
    }

    private static void writeMarkets(Segment segment, EntityStore store) {
        for (Market market : segment.markets.values()) {
            if (market.specificationChanged) {
                market.specificationChanged = false;
                store.put("specification/" + market.name(), EntityCodec.specification(market));
                writeBlocks(market, store);
            }
            if (market.forecastChanged) {
                market.forecastChanged = false;
                store.put("forecast/" + market.name(), EntityCodec.forecast(market));
            }
            if (market.historyChanged) {
                market.historyChanged = false;
                store.put("history/" + market.name(), EntityCodec.history(market));
            }
        }
    }

    private static void writeBlocks(Market market, EntityStore store) {
        for (long sequence : market.blocks.changed) {
            RestingBlock block = market.blocks.get(sequence);
            String key = "block/" + market.name() + "/" + sequence;
            if (block == null) {
                store.remove(key);
            } else {
                store.put(key, EntityCodec.block(market, block));
            }
        }
        market.blocks.changed.clear();
    }

    private static void write(ContractState contract, ChunkStore chunks) {
        contract.book.storage().changedOrders(order -> write(contract, order, chunks));
        List<String> ids = new ArrayList<>();
        contract.book
                .storage()
                .spentIds(
                        (account, id) -> {
                            ids.add(account);
                            ids.add(id);
                        });
        if (!ids.isEmpty()) {
            SpentIds spent = new SpentIds();
            contract.storedIds.add(spent);
            chunks.put(spent, EntityCodec.IDS, out -> EntityCodec.spentIds(out, contract, ids));
        }
        for (Position position : contract.changedPositions) {
            position.changed = false;
            chunks.put(
                    position,
                    EntityCodec.POSITION,
                    out -> EntityCodec.position(out, contract, position));
        }
        contract.changedPositions.clear();
        if (contract.conduct != null) {
            contract.conduct.takeChanged(conduct -> write(contract, conduct, chunks));
        }
        chunks.put(contract, EntityCodec.CONTRACT, out -> EntityCodec.contract(out, contract));
    }

    private static void write(ContractState contract, RestingOrder order, ChunkStore chunks) {
        if (order.isResting()) {
            chunks.put(order, EntityCodec.ORDER, out -> EntityCodec.order(out, contract, order));
        } else {
            chunks.free(order);
        }
    }

    private static void write(ContractState contract, Conduct conduct, ChunkStore chunks) {
        chunks.put(
                conduct, EntityCodec.CONDUCT, out -> EntityCodec.conduct(out, contract, conduct));
    }

    /** Forgets what was stored of a contract's book, which is empty. */
    static void forgetBook(ContractState contract, Segment.Changes changes) {
        contract.book.storage().changedOrders(changes.chunks::free);
        contract.storedIds.forEach(changes.chunks::free);
        contract.storedIds.clear();
        contract.conduct.forEach(changes.chunks::free);
    }

    /** Forgets what was stored of a position. */
    static void forget(ContractState contract, Position position, Segment.Changes changes) {
        contract.changedPositions.remove(position);
        changes.chunks.free(position);
    }

    /** Forgets everything that was stored of a contract whose book is forgotten. */
    static void forget(ContractState contract, Segment.Changes changes) {
        if (contract.changed) {
            changes.contracts.remove(contract);
        }
        contract.positions.values().forEach(changes.chunks::free);
        changes.chunks.free(contract);
    }
}
