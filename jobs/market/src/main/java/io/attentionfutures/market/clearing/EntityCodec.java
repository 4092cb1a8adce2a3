package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.margin.MarginCheck;
import io.attentionfutures.market.store.ByteInput;
import io.attentionfutures.market.store.ByteOutput;
import io.attentionfutures.market.store.ChunkStore;
import io.attentionfutures.market.surveillance.Conduct;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Layouts of the entities that a segment is stored as. Each begins with its version. */
final class EntityCodec {
    static final int VERSION = 1;

    // Kinds of those that are stored in chunks.
    static final int ACCOUNT = 0;
    static final int CONTRACT = 1;
    static final int ORDER = 2;
    static final int POSITION = 3;
    static final int CONDUCT = 4;
    static final int IDS = 5;

    /** Names of the kinds: append, never reorder. */
    static final List<String> KINDS =
            List.of("account", "contract", "order", "position", "conduct", "ids");

    private EntityCodec() {}

    private static byte[] bytes(ChunkStore.Content content) {
        ByteOutput out = new ByteOutput(128);
        try {
            out.writeByte(VERSION);
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Opens a value behind its version. */
    static DataInput open(String key, byte[] value) {
        return open(key, new ByteInput(value));
    }

    /** Goes on behind the version that a value begins with. */
    static DataInput open(String key, DataInput in) {
        try {
            Binary.readVersion(in, VERSION, key);
        } catch (EOFException e) {
            throw new IllegalArgumentException("the stored value of " + key + " is empty", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return in;
    }

    static byte[] segment(Segment segment, long nextSequence) {
        return bytes(
                out -> {
                    Binary.writeLong(out, segment.nowMillis);
                    Binary.writeLong(out, nextSequence);
                    Binary.writeLong(out, segment.nextSerial);
                    Binary.writeMoney(out, segment.deposited);
                    Binary.writeText(out, segment.auditHash);
                    segment.directives.write(out);
                });
    }

    static void readSegment(DataInput in, Segment segment) throws IOException {
        segment.deposited = Binary.readMoney(in);
        segment.auditHash = Binary.readText(in);
        segment.directives.readInto(in);
    }

    static void account(DataOutput out, AccountState state) throws IOException {
        out.writeByte(VERSION);
        AccountCodec.write(out, state.account);
        Binary.writeMoney(out, state.cash);
        Binary.writeCode(out, state.check.status(), Binary.STATUSES);
        Binary.writeLong(out, state.check.deadlineMillis());
        out.writeBoolean(state.suspended);
        out.writeBoolean(state.unstated);
        state.transfers.write(out);
    }

    static AccountState readAccount(DataInput in) throws IOException {
        AccountState state = new AccountState(AccountCodec.read(in));
        state.cash = Binary.readMoney(in);
        state.check = new MarginCheck(Binary.readCode(in, Binary.STATUSES), Binary.readLong(in));
        state.suspended = in.readBoolean();
        state.unstated = in.readBoolean();
        state.transfers.readInto(in);
        return state;
    }

    static byte[] specification(Market market) {
        return bytes(
                out -> {
                    SpecificationCodec.write(out, market.published);
                    Binary.writeLong(out, market.listedThroughMillis);
                    MarketStateCodec.write(out, market);
                });
    }

    static Market readMarket(DataInput in) throws IOException {
        Market market = new Market(SpecificationCodec.read(in));
        market.listedThroughMillis = Binary.readLong(in);
        MarketStateCodec.read(in, market);
        market.specificationChanged = false;
        return market;
    }

    static byte[] forecast(Market market) {
        return bytes(out -> MarketEventCodec.write(market.forecast, out));
    }

    static byte[] history(Market market) {
        return bytes(
                out -> {
                    Binary.writeText(out, market.name());
                    market.history.write(out);
                });
    }

    static void contract(DataOutput out, ContractState contract) throws IOException {
        out.writeByte(VERSION);
        Binary.writeText(out, contract.name);
        Binary.writeLong(out, contract.serial);
        Binary.writeLong(out, contract.book.nextSequence());
        // Once the number of keys that spent ids were stored under.
        Binary.writeInt(out, 0);
        QuoteCodec.write(out, contract.quote);
        QuoteCodec.write(out, contract.calledAt);
        Binary.writeLong(out, contract.anchorTicks);
        Binary.writeLong(out, contract.lastPriceTicks);
        Binary.writeLong(out, contract.lastVolumeLots);
        Binary.writeLong(out, contract.lastPriceMillis);
        Binary.writeText(out, contract.previousHash);
        out.writeBoolean(contract.bookChanged);
        Binary.writeLong(out, contract.nextCallMillis);
        MarketStateCodec.write(out, contract);
    }

    static ContractState readContract(DataInput in, Segment segment) throws IOException {
        ContractCode code = ContractCode.parse(Binary.readText(in));
        ContractState contract =
                new ContractState(code, segment.markets.get(code.market()), Binary.readLong(in));
        contract.book.storage().restoreNextSequence(Binary.readLong(in));
        Binary.readInt(in);
        contract.quote = QuoteCodec.read(in);
        contract.calledAt = QuoteCodec.read(in);
        contract.anchorTicks = Binary.readLong(in);
        contract.lastPriceTicks = Binary.readLong(in);
        contract.lastVolumeLots = Binary.readLong(in);
        contract.lastPriceMillis = Binary.readLong(in);
        contract.previousHash = Binary.readText(in);
        contract.bookChanged = in.readBoolean();
        contract.nextCallMillis = Binary.readLong(in);
        MarketStateCodec.read(in, contract);
        return contract;
    }

    static void position(DataOutput out, ContractState contract, Position position)
            throws IOException {
        out.writeByte(VERSION);
        Binary.writeLong(out, contract.serial);
        Binary.writeText(out, position.accountId());
        Binary.writeLong(out, position.lots);
        Binary.writeLong(out, position.soldLots);
    }

    static void order(DataOutput out, ContractState contract, RestingOrder order)
            throws IOException {
        out.writeByte(VERSION);
        Binary.writeLong(out, contract.serial);
        Binary.writeLong(out, order.sequence());
        Binary.writeText(out, order.account());
        Binary.writeText(out, order.clientOrderId());
        Binary.writeCode(out, order.side(), Binary.SIDES);
        Binary.writeCode(out, order.type(), Binary.ORDER_TYPES);
        Binary.writeCode(out, order.timeInForce(), Binary.TIMES_IN_FORCE);
        Binary.writeLong(out, order.limitTicks());
        Binary.writeLong(out, order.orderLots());
        Binary.writeLong(out, order.cumulativeLots());
        Binary.writeLong(out, order.expiresMillis());
        Binary.writeLong(out, order.reservedPerLot());
    }

    static void conduct(DataOutput out, ContractState contract, Conduct conduct)
            throws IOException {
        out.writeByte(VERSION);
        Binary.writeLong(out, contract.serial);
        conduct.write(out);
    }

    static byte[] block(Market market, RestingBlock block) {
        return bytes(
                out -> {
                    Binary.writeText(out, market.name());
                    Binary.writeLong(out, block.sequence());
                    Binary.writeText(out, block.account());
                    Binary.writeText(out, block.clientOrderId());
                    Binary.writeCode(out, block.side(), Binary.SIDES);
                    Binary.writeCode(out, block.type(), Binary.ORDER_TYPES);
                    Binary.writeLong(out, block.startMillis());
                    Binary.writeInt(out, block.periods());
                    Binary.writeLong(out, block.lots());
                    Binary.writeLong(out, block.limitTicks());
                    out.writeBoolean(block.killed());
                    Binary.writeLong(out, block.reservedPerLot());
                });
    }

    /** Reads a block behind the name of its market. */
    static RestingBlock readBlock(DataInput in) throws IOException {
        return new RestingBlock(
                Binary.readLong(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readCode(in, Binary.SIDES),
                Binary.readCode(in, Binary.ORDER_TYPES),
                Binary.readLong(in),
                Binary.readInt(in),
                Binary.readLong(in),
                Binary.readLong(in),
                in.readBoolean(),
                Binary.readLong(in));
    }

    /**
     * @param ids account and id in turns
     */
    static void spentIds(DataOutput out, ContractState contract, List<String> ids)
            throws IOException {
        out.writeByte(VERSION);
        Binary.writeLong(out, contract.serial);
        Binary.writeInt(out, ids.size());
        for (String text : ids) {
            Binary.writeText(out, text);
        }
    }
}
