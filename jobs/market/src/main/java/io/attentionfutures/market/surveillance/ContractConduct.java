package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.PriceLevels;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.codec.WholeNumbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What all accounts did in one contract. Told of every order while the contract trades; a report
 * costs the same however much went before, or grows with the account's own open limits.
 *
 * <p>Of a call it is told in this order: {@link #onCall} before any order is filled, {@link
 * #onFilled} for each fill by sequence, {@link #onUncrossed}. It is stored between events, never
 * inside a call: the {@link Conduct} of each account by itself, the rest by {@link #write}.
 */
public final class ContractConduct {
    static final int VERSION = 1;

    final String contract;
    private final long settlementStartMillis;
    private final SurveillanceThresholds thresholds;
    private final Map<String, Conduct> byAccount = new LinkedHashMap<>();
    private final List<Conduct> changed = new ArrayList<>();

    private final PairMatching pairs = new PairMatching();
    private final PriceLevels ownBuys = new PriceLevels();
    private final PriceLevels ownSells = new PriceLevels();

    long volumeLots;
    long settlementVolumeLots;

    /** Price times lots over all calls. */
    BigInteger money = BigInteger.ZERO;

    long lastPriceTicks = AuctionResult.NO_TICKS;

    /** Last price before the settlement window. */
    long priceBeforeSettlementTicks = AuctionResult.NO_TICKS;

    /**
     * Starts to watch a contract.
     *
     * @param contract its code
     * @param settlementStartMillis start of its settlement window, which ends with trading
     * @param thresholds what it is judged by later
     */
    public ContractConduct(
            String contract, long settlementStartMillis, SurveillanceThresholds thresholds) {
        this.contract = contract;
        this.settlementStartMillis = settlementStartMillis;
        this.thresholds = thresholds;
    }

    /** An order entered the book. */
    public void onEntered(RestingOrder order) {
        Conduct conduct = touch(order);
        conduct.commands++;
        conduct.orderedLots += order.leavesLots();
        conduct.side(order.side()).enteredLots += order.leavesLots();
        conduct.open(order);
    }

    /**
     * The owner took lots of an order out of the book.
     *
     * @param order the order, which may still rest with fewer lots
     * @param lots lots that left
     * @param beforeTicks indicative price before, {@link AuctionResult#NO_TICKS} if there was none
     * @param afterTicks indicative price after, {@link AuctionResult#NO_TICKS} if there is none
     */
    public void onCancelled(
            RestingOrder order, long lots, long timeMillis, long beforeTicks, long afterTicks) {
        Conduct conduct = touch(order);
        conduct.commands++;
        conduct.side(order.side()).cancelledLots += lots;
        conduct.close(order, lots);
        long move = SideConduct.withdrawalTicks(order.side(), beforeTicks, afterTicks);
        if (move > 0) {
            conduct.side(order.side())
                    .withdrew(
                            order.clientOrderId(),
                            lots,
                            timeMillis,
                            move,
                            thresholds.spoofingWindowMillis());
        }
    }

    /**
     * The owner replaced an order by one that lost its place in time. Fewer lots count as cancelled
     * and more as entered; a new limit counts as a cancel only if it moved the indicative price by
     * as much as a spoofer would: repricing is what honest makers do all day.
     *
     * @param order the order that left
     * @param lots lots that it had left
     * @param replacement the order that rests instead
     * @param beforeTicks indicative price before, {@link AuctionResult#NO_TICKS} if there was none
     * @param afterTicks indicative price after, {@link AuctionResult#NO_TICKS} if there is none
     */
    public void onReplaced(
            RestingOrder order,
            long lots,
            RestingOrder replacement,
            long timeMillis,
            long beforeTicks,
            long afterTicks) {
        Conduct conduct = touch(order);
        conduct.commands++;
        conduct.orderedLots += replacement.leavesLots();
        SideConduct side = conduct.side(order.side());
        side.enteredLots += Math.max(0, replacement.leavesLots() - lots);
        side.cancelledLots += Math.max(0, lots - replacement.leavesLots());
        conduct.close(order, lots);
        conduct.open(replacement);
        long move = SideConduct.withdrawalTicks(order.side(), beforeTicks, afterTicks);
        if (move > 0 && Shares.reaches(move, beforeTicks, thresholds.spoofingBasisPoints())) {
            conduct.side(order.side())
                    .withdrew(
                            order.clientOrderId(),
                            lots,
                            timeMillis,
                            move,
                            thresholds.spoofingWindowMillis());
        }
    }

    /** Lots left the book without the owner's doing: expired, or cancelled by the market. */
    public void onExpired(RestingOrder order, long lots) {
        touch(order).close(order, lots);
    }

    /**
     * A call is about to fill orders.
     *
     * @param prices the call's levels, reference and band
     * @param marketBuyLimitTicks the limit that market orders to buy take part with
     * @param marketSellLimitTicks the limit that market orders to sell take part with
     */
    public void onCall(
            long timeMillis,
            CounterfactualPrice prices,
            long marketBuyLimitTicks,
            long marketSellLimitTicks) {
        AuctionResult result = prices.result();
        if (!result.hasPrice()) {
            return;
        }
        for (Conduct conduct : byAccount.values()) {
            ownBuys.clear();
            ownSells.clear();
            SideConduct buys = conduct.sideOrNull(Side.BUY);
            if (buys != null) {
                buys.open.copyTo(ownBuys, marketBuyLimitTicks, prices.lowestSellTicks());
            }
            SideConduct sells = conduct.sideOrNull(Side.SELL);
            if (sells != null) {
                sells.open.copyTo(ownSells, marketSellLimitTicks, prices.highestBuyTicks());
            }
            if (ownBuys.size() + ownSells.size() > 0) {
                influence(conduct, timeMillis, result, prices.without(ownBuys, ownSells));
            }
        }
    }

    private void influence(
            Conduct conduct, long timeMillis, AuctionResult result, AuctionResult without) {
        long price = result.priceTicks();
        long settlementMove = 0;
        if (without.hasPrice()) {
            settlementMove = price - without.priceTicks();
            if (settlementMove != 0 && result.volumeLots() >= thresholds.minimumVolumeLots()) {
                conduct.influenced(timeMillis, price, settlementMove);
                touch(conduct);
            }
        } else {
            conduct.pivotalCalls++;
            touch(conduct);
            if (priceBeforeSettlementTicks != AuctionResult.NO_TICKS) {
                settlementMove = price - priceBeforeSettlementTicks;
            }
        }
        if (timeMillis >= settlementStartMillis && settlementMove != 0) {
            conduct.settlementInfluence =
                    conduct.settlementInfluence.add(product(settlementMove, result.volumeLots()));
            touch(conduct);
        }
    }

    /** An order was filled in the call under way. */
    public void onFilled(RestingOrder order, long lots, long timeMillis, long priceTicks) {
        Conduct conduct = touch(order);
        SideConduct side = conduct.side(order.side());
        side.tradedLots += lots;
        side.money.addProduct(priceTicks, lots);
        if (timeMillis >= settlementStartMillis) {
            side.settlementLots += lots;
        }
        conduct.close(order, lots);
        SideConduct opposite = conduct.sideOrNull(order.side().opposite());
        if (opposite != null) {
            opposite.oppositeFilled(lots, timeMillis, thresholds.spoofingWindowMillis());
        }
        pairs.add(conduct, order.side(), lots);
    }

    /** All orders of a call are filled. */
    public void onUncrossed(long timeMillis, AuctionResult result) {
        if (!result.hasPrice()) {
            return;
        }
        pairs.match(result.volumeLots(), thresholds.pairFillBasisPoints());
        volumeLots += result.volumeLots();
        money = money.add(product(result.priceTicks(), result.volumeLots()));
        lastPriceTicks = result.priceTicks();
        if (timeMillis >= settlementStartMillis) {
            settlementVolumeLots += result.volumeLots();
        } else {
            priceBeforeSettlementTicks = result.priceTicks();
        }
    }

    private static BigInteger product(long ticks, long lots) {
        return BigInteger.valueOf(ticks).multiply(BigInteger.valueOf(lots));
    }

    private Conduct touch(RestingOrder order) {
        Conduct conduct = (Conduct) order.attachment();
        if (conduct == null) {
            conduct = byAccount.computeIfAbsent(order.account(), Conduct::new);
            order.attach(conduct);
        }
        return touch(conduct);
    }

    private Conduct touch(Conduct conduct) {
        if (!conduct.changed) {
            conduct.changed = true;
            changed.add(conduct);
        }
        return conduct;
    }

    /** Returns the conduct of all accounts by account. */
    List<Conduct> conducts() {
        List<Conduct> sorted = new ArrayList<>(byAccount.values());
        sorted.sort(Comparator.comparing(Conduct::account));
        return sorted;
    }

    Conduct find(String account) {
        return byAccount.get(account);
    }

    /** Names the conduct of every account that did anything. */
    public void forEach(Consumer<Conduct> visitor) {
        byAccount.values().forEach(visitor);
    }

    /** Names the conduct of every account that changed since the last time. */
    public void takeChanged(Consumer<Conduct> visitor) {
        changed.forEach(conduct -> conduct.changed = false);
        changed.forEach(visitor);
        changed.clear();
    }

    /** Puts back the stored conduct of an account. */
    public void restore(Conduct conduct) {
        byAccount.put(conduct.account(), conduct);
    }

    /** Names a conduct at the next call of {@link #takeChanged}. */
    public void storeAgain(Conduct conduct) {
        touch(conduct);
    }

    /** Writes what is known of the contract as a whole, its layout version first. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        WholeNumbers.write(out, volumeLots);
        WholeNumbers.write(out, settlementVolumeLots);
        WholeNumbers.writeLarge(out, money);
        WholeNumbers.write(out, lastPriceTicks);
        WholeNumbers.write(out, priceBeforeSettlementTicks);
    }

    /**
     * Reads what {@link #write} wrote into this conduct.
     *
     * @throws IOException if a later version wrote it
     */
    public void readInto(DataInput in) throws IOException {
        WholeNumbers.readVersion(in, VERSION, "conduct in a contract");
        volumeLots = WholeNumbers.read(in);
        settlementVolumeLots = WholeNumbers.read(in);
        money = WholeNumbers.readLarge(in);
        lastPriceTicks = WholeNumbers.read(in);
        priceBeforeSettlementTicks = WholeNumbers.read(in);
    }
}
