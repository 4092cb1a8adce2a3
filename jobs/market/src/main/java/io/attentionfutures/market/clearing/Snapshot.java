package io.attentionfutures.market.clearing;

import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.surveillance.Conduct;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stores a segment as entities, each under a key of its own, and rebuilds it from them.
 *
 * <pre>
 * segment                         clock, number of the next output, number of the next contract
 * account/ACCOUNT                 account, cash, status, recent transfers
 * specification/MARKET            specification and how far it is listed
 * forecast/MARKET                 newest forecast
 * history/MARKET                  what past periods were settled at and what follows
 * contract/CODE                   prices and plans of a contract that is not settled, its number N
 * order/N/SEQUENCE                resting order
 * block/MARKET/SEQUENCE           order that trades whole or not at all
 * position/N/ACCOUNT              net lots and lots to deliver
 * conduct/N/ACCOUNT               what the account did in the contract
 * ids/N/CHUNK                     client order ids spent between two snapshots
 * </pre>
 */
final class Snapshot {
    private static final String SEGMENT = "segment";

    private Snapshot() {}

    static void write(Segment segment, long nextSequence, EntityStore store) {
        Segment.Changes changes = segment.changes;
        changes.removedKeys.forEach(store::remove);
        changes.removedKeys.clear();
        for (AccountState account : changes.accounts) {
            account.changed = false;
            store.put("account/" + account.account.id(), EntityCodec.account(account));
        }
        changes.accounts.clear();
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
        for (ContractState contract : changes.contracts) {
            contract.changed = false;
            write(contract, store);
        }
        changes.contracts.clear();
        byte[] self = EntityCodec.segment(segment, nextSequence);
        if (!Arrays.equals(self, changes.storedSegment)) {
            changes.storedSegment = self;
            store.put(SEGMENT, self);
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

    private static void write(ContractState contract, EntityStore store) {
        contract.book
                .storage()
                .changedOrders(
                        order -> {
                            if (order.isResting()) {
                                store.put(
                                        orderKey(contract, order),
                                        EntityCodec.order(contract, order));
                            } else {
                                store.remove(orderKey(contract, order));
                            }
                        });
        List<String> ids = new ArrayList<>();
        contract.book
                .storage()
                .spentIds(
                        (account, id) -> {
                            ids.add(account);
                            ids.add(id);
                        });
        if (!ids.isEmpty()) {
            String key = chunkKey(contract, contract.storedIdChunks++);
            store.put(key, EntityCodec.spentIds(contract, ids));
        }
        for (Position position : contract.changedPositions) {
            position.changed = false;
            position.stored = true;
            store.put(positionKey(contract, position), EntityCodec.position(contract, position));
        }
        contract.changedPositions.clear();
        if (contract.conduct != null) {
            contract.conduct.takeChanged(
                    conduct ->
                            store.put(
                                    conductKey(contract, conduct.account()),
                                    EntityCodec.conduct(contract, conduct)));
        }
        contract.stored = true;
        store.put("contract/" + contract.name, EntityCodec.contract(contract));
    }

    /** Plans the removal of what was stored of a contract's book. */
    static void forgetBook(ContractState contract, Segment.Changes changes) {
        if (!contract.stored) {
            return;
        }
        contract.book
                .storage()
                .changedOrders(order -> changes.removedKeys.add(orderKey(contract, order)));
        for (int chunk = 0; chunk < contract.storedIdChunks; chunk++) {
            changes.removedKeys.add(chunkKey(contract, chunk));
        }
        contract.storedIdChunks = 0;
        for (String account : contract.conduct.accounts()) {
            changes.removedKeys.add(conductKey(contract, account));
        }
    }

    /** Plans the removal of what was stored of a position. */
    static void forget(ContractState contract, Position position, Segment.Changes changes) {
        contract.changedPositions.remove(position);
        if (position.stored) {
            changes.removedKeys.add(positionKey(contract, position));
        }
    }

    /** Plans the removal of everything that was stored of a contract whose book is forgotten. */
    static void forget(ContractState contract, Segment.Changes changes) {
        if (contract.changed) {
            changes.contracts.remove(contract);
        }
        if (!contract.stored) {
            return;
        }
        for (Position position : contract.sortedPositions()) {
            if (position.stored) {
                changes.removedKeys.add(positionKey(contract, position));
            }
        }
        changes.removedKeys.add("contract/" + contract.name);
    }

    private static String orderKey(ContractState contract, RestingOrder order) {
        return "order/" + contract.serial + "/" + order.sequence();
    }

    private static String positionKey(ContractState contract, Position position) {
        return "position/" + contract.serial + "/" + position.accountId();
    }

    private static String conductKey(ContractState contract, String account) {
        return "conduct/" + contract.serial + "/" + account;
    }

    private static String chunkKey(ContractState contract, int chunk) {
        return "ids/" + contract.serial + "/" + chunk;
    }

    /** Fills a segment that knows nothing yet and returns the number of its next output. */
    static long read(Segment segment, Iterable<Map.Entry<String, byte[]>> entities) {
        Map<String, List<DataInput>> byKind = new HashMap<>();
        for (Map.Entry<String, byte[]> entity : entities) {
            String key = entity.getKey();
            int slash = key.indexOf('/');
            String kind = slash < 0 ? key : key.substring(0, slash);
            byKind.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(EntityCodec.open(key, entity.getValue()));
        }
        try {
            return read(segment, byKind);
        } catch (IOException | RuntimeException e) {
            // Damaged values may name what is not there, or be what cannot hold.
            throw new IllegalArgumentException(
                    "stored state of segment " + segment.name + " is damaged: " + e.getMessage(),
                    e);
        }
    }

    private static long read(Segment segment, Map<String, List<DataInput>> byKind)
            throws IOException {
        for (DataInput in : byKind.getOrDefault("account", List.of())) {
            AccountState account = EntityCodec.readAccount(in);
            segment.accounts.put(account.account.id(), account);
        }
        for (DataInput in : byKind.getOrDefault("specification", List.of())) {
            Market market = EntityCodec.readMarket(in);
            segment.markets.put(market.name(), market);
        }
        for (DataInput in : byKind.getOrDefault("forecast", List.of())) {
            ForecastArrived forecast = (ForecastArrived) MarketEventCodec.read(in);
            segment.markets.get(forecast.market()).forecast = forecast;
        }
        for (DataInput in : byKind.getOrDefault("history", List.of())) {
            segment.markets.get(Binary.readText(in)).history.readInto(in);
        }
        Map<Long, ContractState> bySerial = new HashMap<>();
        for (DataInput in : byKind.getOrDefault("contract", List.of())) {
            ContractState contract = EntityCodec.readContract(in, segment);
            bySerial.put(contract.serial, contract);
            if (contract.delivering == null) {
                contract.market.contracts.put(contract.code.startMillis(), contract);
                segment.contracts.put(contract.name, contract);
            } else {
                contract.market.delivering.put(contract.code.startMillis(), contract);
            }
        }
        StoredOrder.restore(byKind.getOrDefault("order", List.of()), bySerial);
        for (DataInput in : byKind.getOrDefault("ids", List.of())) {
            ContractState contract = bySerial.get(Binary.readLong(in));
            for (int left = Binary.readInt(in); left > 0; left -= 2) {
                contract.book.storage().restoreSpentId(Binary.readText(in), Binary.readText(in));
            }
        }
        for (DataInput in : byKind.getOrDefault("position", List.of())) {
            ContractState contract = bySerial.get(Binary.readLong(in));
            AccountState account = segment.accounts.get(Binary.readText(in));
            Position position = new Position(account, 0);
            position.add(Binary.readLong(in));
            position.soldLots = Binary.readLong(in);
            position.stored = true;
            contract.positions.put(position.accountId(), position);
        }
        for (DataInput in : byKind.getOrDefault("block", List.of())) {
            segment.markets.get(Binary.readText(in)).blocks.restore(EntityCodec.readBlock(in));
        }
        for (DataInput in : byKind.getOrDefault("conduct", List.of())) {
            bySerial.get(Binary.readLong(in)).conduct.restore(Conduct.read(in));
        }
        long nextSequence = 0;
        for (DataInput in : byKind.getOrDefault(SEGMENT, List.of())) {
            segment.nowMillis = Binary.readLong(in);
            nextSequence = Binary.readLong(in);
            segment.nextSerial = Binary.readLong(in);
            EntityCodec.readSegment(in, segment);
        }
        RestoredSegment.complete(segment);
        return nextSequence;
    }
}
