package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.codec.WholeNumbers;
import io.attentionfutures.market.store.Stored;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one account did in one contract, as sums and extremes: its size depends on the account's own
 * open limits and large counterparties, not on how much it did. {@link ContractConduct} keeps it;
 * this type is public to be stored.
 */
public final class Conduct extends Stored {
    static final int VERSION = 1;

    final String account;

    /** Null until the account does something on that side. */
    private SideConduct buys;

    private SideConduct sells;

    /** Orders and cancels. */
    long commands;

    /** Lots of all orders, replacements counted again. */
    long orderedLots;

    /** Largest move of a clearing price, {@code P(book) - P(book without the account)}. */
    long largestInfluenceTicks;

    long largestInfluenceMillis;

    /** The price that was moved. */
    long influencedTicks;

    /** Calls that would have found no price without the account. */
    long pivotalCalls;

    /** Sum of influence times volume over the settlement window. */
    BigInteger settlementInfluence = BigInteger.ZERO;

    /** Lots bought per seller, of the large pairs of each call. */
    private SortedMap<String, Long> boughtFrom;

    // Of the call that is under way.
    long callBoughtLots;
    long callSoldLots;

    boolean changed;

    Conduct(String account) {
        this.account = account;
    }

    public String account() {
        return account;
    }

    SideConduct side(Side side) {
        if (side == Side.BUY) {
            if (buys == null) {
                buys = new SideConduct(side);
            }
            return buys;
        }
        if (sells == null) {
            sells = new SideConduct(side);
        }
        return sells;
    }

    /** Returns what was done on a side, null if nothing. */
    SideConduct sideOrNull(Side side) {
        return side == Side.BUY ? buys : sells;
    }

    long tradedLots(Side side) {
        SideConduct conduct = sideOrNull(side);
        return conduct == null ? 0 : conduct.tradedLots;
    }

    long settlementLots(Side side) {
        SideConduct conduct = sideOrNull(side);
        return conduct == null ? 0 : conduct.settlementLots;
    }

    long netLots() {
        return tradedLots(Side.BUY) - tradedLots(Side.SELL);
    }

    /** Net lots at the start of the settlement window. */
    long netLotsBeforeSettlement() {
        return netLots() - settlementLots(Side.BUY) + settlementLots(Side.SELL);
    }

    /** Lots short, and lots still offered on top. */
    long offeredLots() {
        long open = sells == null ? 0 : sells.open.totalLots();
        return Math.max(0, -netLots()) + open;
    }

    /** An order rests. */
    void open(RestingOrder order) {
        SideConduct side = side(order.side());
        if (order.type() == OrderType.MARKET) {
            side.open.marketLots += order.leavesLots();
        } else {
            side.open.add(order.limitTicks(), order.leavesLots());
            side.mostLevels = Math.max(side.mostLevels, side.open.size());
        }
    }

    /** Lots of an order rest no longer. */
    void close(RestingOrder order, long lots) {
        OpenLevels open = side(order.side()).open;
        if (order.type() == OrderType.MARKET) {
            open.marketLots -= lots;
        } else {
            open.remove(order.limitTicks(), lots);
        }
    }

    void influenced(long timeMillis, long priceTicks, long influenceTicks) {
        if (Math.abs(influenceTicks) > Math.abs(largestInfluenceTicks)) {
            largestInfluenceTicks = influenceTicks;
            largestInfluenceMillis = timeMillis;
            influencedTicks = priceTicks;
        }
    }

    void addBoughtFrom(String seller, long lots) {
        if (boughtFrom == null) {
            boughtFrom = new TreeMap<>();
        }
        boughtFrom.merge(seller, lots, Long::sum);
    }

    SortedMap<String, Long> boughtFrom() {
        return boughtFrom == null ? new TreeMap<>() : boughtFrom;
    }

    long boughtFrom(String seller) {
        return boughtFrom == null ? 0 : boughtFrom.getOrDefault(seller, 0L);
    }

    /** Writes all that is known, its layout version first. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeUTF(account);
        out.writeByte((buys == null ? 0 : 1) + (sells == null ? 0 : 2));
        if (buys != null) {
            buys.write(out);
        }
        if (sells != null) {
            sells.write(out);
        }
        WholeNumbers.write(out, commands);
        WholeNumbers.write(out, orderedLots);
        WholeNumbers.write(out, largestInfluenceTicks);
        WholeNumbers.write(out, largestInfluenceMillis);
        WholeNumbers.write(out, influencedTicks);
        WholeNumbers.write(out, pivotalCalls);
        WholeNumbers.writeLarge(out, settlementInfluence);
        WholeNumbers.write(out, boughtFrom().size());
        for (Map.Entry<String, Long> pair : boughtFrom().entrySet()) {
            out.writeUTF(pair.getKey());
            WholeNumbers.write(out, pair.getValue());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if a later version wrote it
     */
    public static Conduct read(DataInput in) throws IOException {
        WholeNumbers.readVersion(in, VERSION, "conduct of an account");
        Conduct conduct = new Conduct(in.readUTF());
        int sides = in.readByte();
        conduct.buys = (sides & 1) == 0 ? null : SideConduct.read(in, Side.BUY);
        conduct.sells = (sides & 2) == 0 ? null : SideConduct.read(in, Side.SELL);
        conduct.commands = WholeNumbers.read(in);
        conduct.orderedLots = WholeNumbers.read(in);
        conduct.largestInfluenceTicks = WholeNumbers.read(in);
        conduct.largestInfluenceMillis = WholeNumbers.read(in);
        conduct.influencedTicks = WholeNumbers.read(in);
        conduct.pivotalCalls = WholeNumbers.read(in);
        conduct.settlementInfluence = WholeNumbers.readLarge(in);
        for (long pairs = WholeNumbers.read(in); pairs > 0; pairs--) {
            String seller = in.readUTF();
            conduct.addBoughtFrom(seller, WholeNumbers.read(in));
        }
        return conduct;
    }
}
