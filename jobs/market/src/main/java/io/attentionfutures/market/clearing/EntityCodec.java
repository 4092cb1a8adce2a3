package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.margin.MarginCheck;
import io.attentionfutures.market.surveillance.Conduct;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Layouts of the entities that a segment is stored as. Each begins with its version. */
final class EntityCodec {
    static final int VERSION = 1;

    private EntityCodec() {}

    @FunctionalInterface
    interface Writer {
        void write(DataOutput out) throws IOException;
    }

    static byte[] bytes(Writer content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Opens a value behind its version. */
    static DataInput open(String key, byte[] value) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(value));
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

    static byte[] account(AccountState state) {
        return bytes(
                out -> {
                    AccountCodec.write(out, state.account);
                    Binary.writeMoney(out, state.cash);
                    Binary.writeCode(out, state.check.status(), Binary.STATUSES);
                    Binary.writeLong(out, state.check.deadlineMillis());
                    out.writeBoolean(state.suspended);
                    out.writeBoolean(state.unstated);
                    state.transfers.write(out);
                });
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

    static byte[] contract(ContractState contract) {
        return bytes(
                out -> {
                    Binary.writeText(out, contract.name);
                    Binary.writeLong(out, contract.serial);
                    Binary.writeLong(out, contract.book.nextSequence());
                    Binary.writeInt(out, contract.storedIdChunks);
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
                });
    }

    static ContractState readContract(DataInput in, Segment segment) throws IOException {
        ContractCode code = ContractCode.parse(Binary.readText(in));
        ContractState contract =
                new ContractState(code, segment.markets.get(code.market()), Binary.readLong(in));
        contract.book.storage().restoreNextSequence(Binary.readLong(in));
        contract.storedIdChunks = Binary.readInt(in);
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
        contract.stored = true;
        return contract;
    }

    static byte[] position(ContractState contract, Position position) {
        return bytes(
                out -> {
                    Binary.writeLong(out, contract.serial);
                    Binary.writeText(out, position.accountId());
                    Binary.writeLong(out, position.lots);
                    Binary.writeLong(out, position.soldLots);
                });
    }

    static byte[] order(ContractState contract, RestingOrder order) {
        return bytes(
                out -> {
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
                });
    }

    static byte[] conduct(ContractState contract, Conduct conduct) {
        return bytes(
                out -> {
                    Binary.writeLong(out, contract.serial);
                    conduct.write(out);
                });
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
    static byte[] spentIds(ContractState contract, List<String> ids) {
        return bytes(
                out -> {
                    Binary.writeLong(out, contract.serial);
                    Binary.writeInt(out, ids.size());
                    for (String text : ids) {
                        Binary.writeText(out, text);
                    }
                });
    }
}
