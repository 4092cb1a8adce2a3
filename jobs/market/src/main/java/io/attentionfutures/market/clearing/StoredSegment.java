package io.attentionfutures.market.clearing;

import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.store.ChunkStore;
import io.attentionfutures.market.store.StoredRecord;
import io.attentionfutures.market.surveillance.Conduct;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rebuilds a segment from what {@link Snapshot} stored, and from what versions before there were
 * chunks stored under keys that begin with the name of a kind; that is stored anew with the next
 * snapshot.
 */
final class StoredSegment {
    private final Segment segment;
    private final Map<String, List<StoredValue>> byKind = new HashMap<>();
    private final Map<Long, ContractState> bySerial = new HashMap<>();

    private StoredSegment(Segment segment) {
        this.segment = segment;
    }

    /** Fills a segment that knows nothing yet and returns the number of its next output. */
    static long read(Segment segment, Iterable<Map.Entry<String, byte[]>> entities) {
        StoredSegment stored = new StoredSegment(segment);
        stored.sort(entities);
        try {
            return stored.read();
        } catch (IOException | RuntimeException e) {
            // Damaged values may name what is not there, or be what cannot hold.
            throw new IllegalArgumentException(
                    "stored state of segment " + segment.name + " is damaged: " + e.getMessage(),
                    e);
        }
    }

    private void sort(Iterable<Map.Entry<String, byte[]>> entities) {
        Map<String, byte[]> chunks = new HashMap<>();
        for (Map.Entry<String, byte[]> entity : entities) {
            String key = entity.getKey();
            if (ChunkStore.isKey(key)) {
                chunks.put(key, entity.getValue());
                continue;
            }
            int slash = key.indexOf('/');
            String kind = slash < 0 ? key : key.substring(0, slash);
            if (EntityCodec.KINDS.contains(kind)) {
                segment.changes.formerKeys.add(key);
            }
            add(kind, new StoredValue(EntityCodec.open(key, entity.getValue()), null));
        }
        for (StoredRecord record : segment.changes.chunks.restore(chunks)) {
            if (record.kind() < 0 || record.kind() >= EntityCodec.KINDS.size()) {
                throw new IllegalArgumentException(
                        "a stored record is of kind "
                                + record.kind()
                                + ", which is not known to this version");
            }
            String kind = EntityCodec.KINDS.get(record.kind());
            add(kind, new StoredValue(EntityCodec.open(kind, record.content()), record));
        }
    }

    private void add(String kind, StoredValue value) {
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(value);
    }

    private List<StoredValue> all(int kind) {
        return all(EntityCodec.KINDS.get(kind));
    }

    private List<StoredValue> all(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    private long read() throws IOException {
        readAccounts();
        readMarkets();
        readContracts();
        readOrders();
        readIds();
        readPositions();
        readConduct();
        long nextSequence = 0;
        for (StoredValue value : all(Snapshot.SEGMENT)) {
            DataInput in = value.content();
            segment.nowMillis = Binary.readLong(in);
            nextSequence = Binary.readLong(in);
            segment.nextSerial = Binary.readLong(in);
            EntityCodec.readSegment(in, segment);
        }
        RestoredSegment.complete(segment);
        return nextSequence;
    }

    private void readAccounts() throws IOException {
        for (StoredValue value : all(EntityCodec.ACCOUNT)) {
            AccountState account = EntityCodec.readAccount(value.content());
            segment.accounts.put(account.account.id(), account);
            if (!value.isIn(account)) {
                segment.changes.touch(account);
            }
        }
    }

    private void readMarkets() throws IOException {
        for (StoredValue value : all("specification")) {
            Market market = EntityCodec.readMarket(value.content());
            segment.markets.put(market.name(), market);
        }
        for (StoredValue value : all("forecast")) {
            ForecastArrived forecast = (ForecastArrived) MarketEventCodec.read(value.content());
            segment.markets.get(forecast.market()).forecast = forecast;
        }
        for (StoredValue value : all("history")) {
            market(value.content()).history.readInto(value.content());
        }
        for (StoredValue value : all("block")) {
            market(value.content()).blocks.restore(EntityCodec.readBlock(value.content()));
        }
    }

    private void readContracts() throws IOException {
        for (StoredValue value : all(EntityCodec.CONTRACT)) {
            ContractState contract = EntityCodec.readContract(value.content(), segment);
            bySerial.put(contract.serial, contract);
            if (contract.delivering == null) {
                contract.market.contracts.put(contract.code.startMillis(), contract);
                segment.contracts.put(contract.name, contract);
            } else {
                contract.market.delivering.put(contract.code.startMillis(), contract);
            }
            if (!value.isIn(contract)) {
                segment.changes.touch(contract);
            }
        }
    }

    /** Puts orders back by sequence: that is their place in time. */
    private void readOrders() throws IOException {
        List<StoredOrder> orders = new ArrayList<>();
        for (StoredValue value : all(EntityCodec.ORDER)) {
            orders.add(StoredOrder.read(value));
        }
        orders.sort(StoredOrder.BY_SEQUENCE);
        for (StoredOrder stored : orders) {
            ContractState contract = bySerial.get(stored.serial());
            RestingOrder order = stored.restore(contract.book);
            if (!stored.value().isIn(order)) {
                contract.book.storage().storeAgain(order);
            }
        }
    }

    private void readIds() throws IOException {
        for (StoredValue value : all(EntityCodec.IDS)) {
            DataInput in = value.content();
            ContractState contract = contract(in);
            SpentIds spent = new SpentIds();
            boolean inChunk = value.isIn(spent);
            if (inChunk) {
                contract.storedIds.add(spent);
            }
            for (int left = Binary.readInt(in); left > 0; left -= 2) {
                String account = Binary.readText(in);
                String id = Binary.readText(in);
                if (inChunk) {
                    contract.book.storage().restoreSpentId(account, id);
                } else {
                    contract.book.spendId(account, id);
                }
            }
        }
    }

    private void readPositions() throws IOException {
        for (StoredValue value : all(EntityCodec.POSITION)) {
            DataInput in = value.content();
            ContractState contract = contract(in);
            Position position = new Position(segment.accounts.get(Binary.readText(in)), 0);
            contract.add(position, Binary.readLong(in));
            position.soldLots = Binary.readLong(in);
            contract.positions.put(position.accountId(), position);
            if (!value.isIn(position)) {
                contract.touch(position);
            }
        }
    }

    private void readConduct() throws IOException {
        for (StoredValue value : all(EntityCodec.CONDUCT)) {
            ContractState contract = contract(value.content());
            Conduct conduct = Conduct.read(value.content());
            contract.conduct.restore(conduct);
            if (!value.isIn(conduct)) {
                contract.conduct.storeAgain(conduct);
            }
        }
    }

    private ContractState contract(DataInput in) throws IOException {
        return bySerial.get(Binary.readLong(in));
    }

    private Market market(DataInput in) throws IOException {
        return segment.markets.get(Binary.readText(in));
    }
}
