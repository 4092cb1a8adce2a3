package io.attentionfutures.market.clearing;

import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.settlement.Allocation;
import io.attentionfutures.market.settlement.GateClosure;
import io.attentionfutures.market.settlement.SettlementPrice;
import io.attentionfutures.market.settlement.SettlementTier;
import io.attentionfutures.market.settlement.TradedVolume;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Layouts of what directives, marks and settlement left on a market and its contracts. */
final class MarketStateCodec {
    static final SettlementTier[] TIERS = {
        SettlementTier.VWAP,
        SettlementTier.LAST_TRADE,
        SettlementTier.NEIGHBOUR,
        SettlementTier.MODEL
    };

    private MarketStateCodec() {}

    static void write(DataOutput out, Market market) throws IOException {
        Binary.writeCode(out, market.profileDirective, Binary.PROFILES);
        out.writeDouble(market.bufferDirective);
        writeBand(out, market.bandDirective);
        Binary.writeLong(out, market.limitDirective);
        out.writeBoolean(market.halted);
        Binary.writeLong(out, market.blocks.nextSequence);
        Binary.writeInt(out, market.blocks.flagged.size());
        for (long sequence : market.blocks.flagged) {
            Binary.writeLong(out, sequence);
        }
        Binary.writeLong(out, market.closedStartMillis);
        out.writeBoolean(market.closedNeighbour != null);
        if (market.closedNeighbour != null) {
            writePrice(out, market.closedNeighbour.settlement());
            Binary.writeLong(out, market.closedNeighbour.referenceTicks());
        }
    }

    static void read(DataInput in, Market market) throws IOException {
        market.profileDirective = Binary.readCode(in, Binary.PROFILES);
        market.bufferDirective = in.readDouble();
        market.bandDirective = readBand(in);
        market.limitDirective = Binary.readLong(in);
        market.halted = in.readBoolean();
        market.blocks.nextSequence = Binary.readLong(in);
        for (int left = Binary.readInt(in); left > 0; left--) {
            market.blocks.flagged.add(Binary.readLong(in));
        }
        market.closedStartMillis = Binary.readLong(in);
        if (in.readBoolean()) {
            market.closedNeighbour = new GateClosure.Neighbour(readPrice(in), Binary.readLong(in));
        }
        market.applyDirectives();
    }

    static void write(DataOutput out, ContractState contract) throws IOException {
        Binary.writeLong(out, contract.markTicks);
        out.writeDouble(contract.volatility);
        Binary.writeLong(out, contract.sampledTicks);
        Binary.writeLong(out, contract.sampledMillis);
        Binary.writeLong(out, contract.marginPerLot);
        Binary.writeLong(out, contract.bondPerLot);
        Binary.writeLong(out, contract.renewedTicks);
        Binary.writeMoney(out, contract.windowVolume.turnover());
        Binary.writeLong(out, contract.windowVolume.lots());
        out.writeBoolean(contract.halted);
        out.writeBoolean(contract.extended);
        out.writeBoolean(contract.resumed);
        writeBand(out, contract.bandDirective);
        Binary.writeLong(out, contract.limitDirective);
        Binary.writeLong(out, contract.indicatedMillis);
        Binary.writeLong(out, contract.indicationMillis);
        Binary.writeLong(out, contract.settleMillis);
        out.writeBoolean(contract.conduct != null);
        if (contract.conduct != null) {
            Binary.writeLong(out, contract.watchedWindowMillis);
            contract.conduct.write(out);
        }
        out.writeBoolean(contract.delivering != null);
        if (contract.delivering != null) {
            writePrice(out, contract.delivering.price());
            Binary.writeInt(out, contract.delivering.allocations().size());
            for (Allocation allocation : contract.delivering.allocations()) {
                Binary.writeText(out, allocation.consumer());
                Binary.writeText(out, allocation.provider());
                Binary.writeLong(out, allocation.lots());
            }
        }
    }

    static void read(DataInput in, ContractState contract) throws IOException {
        contract.markTicks = Binary.readLong(in);
        contract.volatility = in.readDouble();
        contract.sampledTicks = Binary.readLong(in);
        contract.sampledMillis = Binary.readLong(in);
        contract.marginPerLot = Binary.readLong(in);
        contract.bondPerLot = Binary.readLong(in);
        contract.renewedTicks = Binary.readLong(in);
        contract.windowVolume = new TradedVolume(Binary.readMoney(in), Binary.readLong(in));
        contract.halted = in.readBoolean();
        contract.extended = in.readBoolean();
        contract.resumed = in.readBoolean();
        contract.bandDirective = readBand(in);
        contract.limitDirective = Binary.readLong(in);
        contract.indicatedMillis = Binary.readLong(in);
        contract.indicationMillis = Binary.readLong(in);
        contract.settleMillis = Binary.readLong(in);
        if (in.readBoolean()) {
            // Rules may have changed since the listing; what was watched goes on as it began.
            contract.watchFrom(Binary.readLong(in));
            contract.conduct.readInto(in);
        } else {
            contract.conduct = null;
        }
        if (in.readBoolean()) {
            SettlementPrice price = readPrice(in);
            List<Allocation> allocations = new ArrayList<>();
            for (int left = Binary.readInt(in); left > 0; left--) {
                allocations.add(
                        new Allocation(
                                Binary.readText(in), Binary.readText(in), Binary.readLong(in)));
            }
            contract.delivering = new Delivering(price, allocations);
        }
    }

    private static void writePrice(DataOutput out, SettlementPrice price) throws IOException {
        Binary.writeLong(out, price.ticks());
        Binary.writeCode(out, price.tier(), TIERS);
    }

    private static SettlementPrice readPrice(DataInput in) throws IOException {
        return new SettlementPrice(Binary.readLong(in), Binary.readCode(in, TIERS));
    }

    private static void writeBand(DataOutput out, Band band) throws IOException {
        Binary.writeLong(out, band == null ? -1 : band.lowTicks());
        Binary.writeLong(out, band == null ? -1 : band.highTicks());
    }

    private static Band readBand(DataInput in) throws IOException {
        long low = Binary.readLong(in);
        long high = Binary.readLong(in);
        return low < 0 ? null : new Band(low, high);
    }
}
