package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.book.OrderBook;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.settlement.TradedVolume;
import io.attentionfutures.market.store.Stored;
import io.attentionfutures.market.surveillance.ContractConduct;
import io.attentionfutures.market.surveillance.SurveillanceThresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A contract from its listing to its settlement: its book, positions and prices. */
final class ContractState extends Stored {
    static final long NEVER = Long.MAX_VALUE;

    final ContractCode code;
    final String name;
    final Market market;

    /**
     * Number of this contract among all that the segment ever listed; what belongs to it names it
     * so.
     */
    final long serial;

    /** Empty once the gate has closed. */
    OrderBook book = new OrderBook();

    /** By account. Nothing may depend on the order of this table. */
    final Map<String, Position> positions = new HashMap<>();

    /** Sum of all positions: zero once those of a call are all in. */
    long netLots;

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

    /** What positions are marked at, negative before the first trade. */
    long markTicks = -1;

    /** Moving volatility of the mark, a fraction per interval of the margin rules. */
    double volatility;

    /** Mark at the last time that the volatility took note of it, negative for none. */
    long sampledTicks = -1;

    long sampledMillis;

    /** Initial margin of a lot, minor units; 0 where none is asked for. */
    long marginPerLot;

    /** Performance bond of a lot that a provider sold, minor units. */
    long bondPerLot;

    /** Valuation that requirements were last reckoned at, negative for never. */
    long renewedTicks = -1;

    /** What traded in the settlement window. */
    TradedVolume windowVolume = TradedVolume.NONE;

    /** By its own market's rules or by directive: no call until it is resumed. */
    boolean halted;

    /** The planned call was put off because its price left the corridor. */
    boolean extended;

    /** The next price is not held against the corridor: a regulator has resumed trading. */
    boolean resumed;

    /** By directive, null for none. */
    Band bandDirective;

    /** By directive, negative for none; 0 for no limit. */
    long limitDirective = -1;

    /** When the last indicative price was published. */
    long indicatedMillis = Long.MIN_VALUE;

    /** When the next is planned. */
    long indicationMillis = NEVER;

    /** Orders that are good till a time, by that time; some may be gone. */
    final TreeMap<Long, List<RestingOrder>> expiries = new TreeMap<>();

    /** When the contract is settled at the latest; known once its gate has closed. */
    long settleMillis = NEVER;

    /** Start of the settlement window that conduct is judged by, as it was at the listing. */
    long watchedWindowMillis;

    /** What accounts do in the contract; null once its gate has closed. */
    ContractConduct conduct;

    /** Null while the contract trades. */
    Delivering delivering;

    /** The book changed since the last call. */
    boolean bookChanged;

    long nextCallMillis = NEVER;
    long gateMillis;

    boolean changed;
    final List<Position> changedPositions = new ArrayList<>();

    /** Ids of the book that are spent and stored. */
    final List<SpentIds> storedIds = new ArrayList<>();

    ContractState(ContractCode code, Market market, long serial) {
        this.code = code;
        this.name = code.toString();
        this.market = market;
        this.serial = serial;
        this.gateMillis = code.startMillis() - market.specification.gateClosureMillis();
        watchFrom(gateMillis - market.specification.delivery().settlementWindowMillis());
        this.volatility = market.specification.margin().initialVolatility();
    }

    /** Starts to watch what accounts do, with the settlement window beginning at a time. */
    void watchFrom(long windowMillis) {
        watchedWindowMillis = windowMillis;
        conduct = new ContractConduct(name, windowMillis, SurveillanceThresholds.defaults());
    }

    /** The rules that the contract trades by. */
    ContractSpecification rules() {
        return market.specification;
    }

    /** Price that margins are reckoned at: the mark, or what stands in before the first trade. */
    long valuationTicks() {
        if (markTicks >= 0) {
            return markTicks;
        }
        if (quote != null) {
            return quote.ticks();
        }
        return Math.max(rules().openingReferenceTicks(), rules().marginalCostTicks());
    }

    /** Largest position that an account may come to hold, 0 for any. */
    long positionLimitLots() {
        if (limitDirective >= 0) {
            return limitDirective;
        }
        return market.limitDirective >= 0
                ? market.limitDirective
                : rules().margin().positionLimitLots();
    }

    /** Whether neither calls nor new orders are possible. */
    boolean isHalted() {
        return halted || market.halted;
    }

    /** Corridor set by directive, null for none. */
    Band directedBand() {
        return bandDirective != null ? bandDirective : market.bandDirective;
    }

    void touch(Position position) {
        if (!position.changed) {
            position.changed = true;
            changedPositions.add(position);
        }
    }

    /** Adds lots to a position. */
    void add(Position position, long lots) {
        position.add(lots);
        netLots += lots;
    }

    /** Returns the positions by account. */
    List<Position> sortedPositions() {
        List<Position> sorted = new ArrayList<>(positions.values());
        sorted.sort(Comparator.comparing(Position::accountId));
        return sorted;
    }
}
