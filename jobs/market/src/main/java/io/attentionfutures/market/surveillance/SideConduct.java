package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.codec.WholeNumbers;
import io.attentionfutures.market.margin.ExactSum;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What one account did on one side of one contract. Times in milliseconds, money in tick lots. */
final class SideConduct {
    final OpenLevels open;

    long enteredLots;
    long cancelledLots;
    long tradedLots;
    long settlementLots;

    /** Price times lots of all fills; large lots at large prices do not fit a long. */
    final ExactSum money = new ExactSum();

    /** Most own limits at once. */
    long mostLevels;

    /** Sum of the moves of the indicative price by own cancels of this side, unsigned. */
    long movedTicks;

    /** Lots of the cancels that moved it. */
    long movingLots;

    long largestMoveTicks;
    long largestMoveMillis;
    String largestMoveOrder = "";

    /** Moves that no opposite fill followed yet, and the time of the last one. */
    long pendingTicks;

    long lastMoveMillis;

    /** Moves that an opposite fill followed, the lots of such fills, and the time of the last. */
    long followedTicks;

    long followingLots;
    long lastFollowedMillis;

    SideConduct(Side side) {
        open = new OpenLevels(side);
    }

    /** Ticks that the price moved away from a side that withdrew lots; 0 without both prices. */
    static long withdrawalTicks(Side side, long beforeTicks, long afterTicks) {
        boolean priced =
                beforeTicks != AuctionResult.NO_TICKS && afterTicks != AuctionResult.NO_TICKS;
        return priced ? Math.max(0, side.sign() * (beforeTicks - afterTicks)) : 0;
    }

    /** Lots were withdrawn, and the indicative price moved away. */
    void withdrew(String orderId, long lots, long timeMillis, long ticks, long windowMillis) {
        if (timeMillis - lastMoveMillis > windowMillis) {
            pendingTicks = 0;
        }
        movedTicks += ticks;
        movingLots += lots;
        pendingTicks += ticks;
        lastMoveMillis = timeMillis;
        if (ticks > largestMoveTicks) {
            largestMoveTicks = ticks;
            largestMoveMillis = timeMillis;
            largestMoveOrder = orderId;
        }
    }

    void oppositeFilled(long lots, long timeMillis, long windowMillis) {
        if (movedTicks == 0 || timeMillis - lastMoveMillis > windowMillis) {
            return;
        }
        followedTicks += pendingTicks;
        pendingTicks = 0;
        followingLots += lots;
        lastFollowedMillis = timeMillis;
    }

    void write(DataOutput out) throws IOException {
        open.write(out);
        WholeNumbers.write(out, enteredLots);
        WholeNumbers.write(out, cancelledLots);
        WholeNumbers.write(out, tradedLots);
        WholeNumbers.write(out, settlementLots);
        WholeNumbers.writeLarge(out, money.toBigInteger());
        WholeNumbers.write(out, mostLevels);
        out.writeBoolean(movedTicks > 0);
        if (movedTicks > 0) {
            writeMoves(out);
        }
    }

    private void writeMoves(DataOutput out) throws IOException {
        WholeNumbers.write(out, movedTicks);
        WholeNumbers.write(out, movingLots);
        WholeNumbers.write(out, largestMoveTicks);
        WholeNumbers.write(out, largestMoveMillis);
        out.writeUTF(largestMoveOrder);
        WholeNumbers.write(out, pendingTicks);
        WholeNumbers.write(out, lastMoveMillis);
        WholeNumbers.write(out, followedTicks);
        WholeNumbers.write(out, followingLots);
        WholeNumbers.write(out, lastFollowedMillis);
    }

    static SideConduct read(DataInput in, Side side) throws IOException {
        SideConduct conduct = new SideConduct(side);
        conduct.open.readInto(in);
        conduct.enteredLots = WholeNumbers.read(in);
        conduct.cancelledLots = WholeNumbers.read(in);
        conduct.tradedLots = WholeNumbers.read(in);
        conduct.settlementLots = WholeNumbers.read(in);
        conduct.money.set(WholeNumbers.readLarge(in));
        conduct.mostLevels = WholeNumbers.read(in);
        if (in.readBoolean()) {
            conduct.readMoves(in);
        }
        return conduct;
    }

    private void readMoves(DataInput in) throws IOException {
        movedTicks = WholeNumbers.read(in);
        movingLots = WholeNumbers.read(in);
        largestMoveTicks = WholeNumbers.read(in);
        largestMoveMillis = WholeNumbers.read(in);
        largestMoveOrder = in.readUTF();
        pendingTicks = WholeNumbers.read(in);
        lastMoveMillis = WholeNumbers.read(in);
        followedTicks = WholeNumbers.read(in);
        followingLots = WholeNumbers.read(in);
        lastFollowedMillis = WholeNumbers.read(in);
    }
}
