package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The market of one clearing segment: events in, outputs out. A deterministic state machine without
 * clock, randomness or input and output of its own; what it says is a function of the events alone.
 * Not thread-safe.
 *
 * <p>Its clock is the latest time that it was told, and never runs backwards: an event with an
 * earlier time counts as if it came at the clock's time. A call at a time takes the orders with a
 * time before it.
 *
 * <p>Contracts are listed on a rolling horizon: at a time {@code t} those whose delivery starts
 * after {@code t}, {@code listingHorizon} periods of them, except those whose gate has closed. When
 * its gate closes, a contract's orders expire, allocations are granted, and all that is known of it
 * is forgotten.
 *
 * <p>A new version of a specification applies at once, except one that changes tick value, period,
 * lot size or segment of a market that is listed: it is ignored as a whole. Contracts that trade
 * stay listed if the horizon shrinks. A forecast of an unknown market, or one that knows less
 * demand than the one at hand, is ignored.
 */
public final class ClearingHouse {
    /** Account of the fees that the segment took. */
    public static final String FEES = "house.fees";

    /** Account of the money that stands behind the defaults of others. */
    public static final String DEFAULT_FUND = "house.default-fund";

    /** Account of what consumers paid for capacity that is not yet delivered. */
    public static final String ESCROW = "house.escrow";

    private final Segment segment;
    private final Reports reports;
    private final OrderEntry orderEntry;
    private final Listing listing;
    private final Uncross uncross;

    /** Opens a segment that knows no market and no account. */
    public ClearingHouse(String segment) {
        this(new Segment(Objects.requireNonNull(segment, "segment")));
    }

    ClearingHouse(Segment segment) {
        this.segment = segment;
        this.reports = new Reports(segment);
        this.orderEntry = new OrderEntry(segment, reports);
        this.listing = new Listing(segment, new Delivery(reports));
        this.uncross = new Uncross(segment, reports);
    }

    /**
     * Runs all calls and deadlines that are due by the event's time, then applies the event.
     *
     * @param event what happened; commands may hold anything, also nulls, and are then rejected
     * @param out receives the outputs in order
     */
    public void apply(MarketEvent event, Consumer<MarketOutput> out) {
        advanceTo(event.position().timeMillis(), out);
        if (event instanceof NewOrder) {
            orderEntry.enter((NewOrder) event);
        } else if (event instanceof CancelOrder) {
            orderEntry.cancel((CancelOrder) event);
        } else if (event instanceof ReplaceOrder) {
            orderEntry.replace((ReplaceOrder) event);
        } else if (event instanceof ForecastArrived) {
            listing.forecast((ForecastArrived) event);
        } else if (event instanceof AccountChanged) {
            changeAccount((AccountChanged) event);
        } else if (event instanceof SpecificationChanged) {
            listing.specify(((SpecificationChanged) event).specification());
            // A new gate time may already have passed.
            runDeadlines(segment.nowMillis);
        }
    }

    /**
     * Sets the clock to a time, unless it is later already, and runs all calls and deadlines up to
     * and including that time. {@code Long.MAX_VALUE} stands for the end of all input, which is no
     * time, and does nothing.
     */
    public void advanceTo(long timeMillis, Consumer<MarketOutput> out) {
        reports.to(out);
        if (timeMillis == Long.MAX_VALUE) {
            return;
        }
        runDeadlines(timeMillis);
        segment.nowMillis = Math.max(segment.nowMillis, timeMillis);
    }

    private void runDeadlines(long timeMillis) {
        while (segment.deadlines.nextMillis() <= timeMillis) {
            Deadlines.Deadline due = segment.deadlines.take();
            segment.nowMillis = Math.max(segment.nowMillis, due.timeMillis());
            switch (due.kind()) {
                case CALL:
                    uncross.call(due.contract());
                    break;
                case CLOSE:
                    listing.close(due.contract());
                    break;
                case LIST:
                    listing.list(due.market());
                    break;
            }
        }
    }

    private void changeAccount(AccountChanged event) {
        AccountState state =
                segment.accounts.computeIfAbsent(
                        event.account().id(), id -> new AccountState(event.account()));
        state.account = event.account();
        segment.changes.touch(state);
    }

    /** Returns the time of the next call or deadline, {@code Long.MAX_VALUE} if there is none. */
    public long nextDeadlineMillis() {
        return segment.deadlines.nextMillis();
    }

    /** Writes what changed since the last time, and removes what is gone. */
    public void writeChanges(EntityStore store) {
        Snapshot.write(segment, reports.nextSequence(), store);
    }

    /**
     * Rebuilds a clearing house from all that its {@link #writeChanges} ever left in a store. It
     * goes on exactly as the one that wrote it.
     *
     * @param entities keys and values in any order
     * @throws IllegalArgumentException if a value was written by a later version
     */
    public static ClearingHouse restore(
            String segment, Iterable<Map.Entry<String, byte[]>> entities) {
        ClearingHouse restored = new ClearingHouse(segment);
        restored.reports.restoreNextSequence(Snapshot.read(restored.segment, entities));
        return restored;
    }

    /** Sum of cash over all accounts, in minor units of money; trading keeps it at zero. */
    public BigInteger totalCash() {
        return segment.accounts.values().stream()
                .map(state -> state.cash)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** An account's cash, in minor units of money; zero for an unknown account. */
    public BigInteger cash(String account) {
        AccountState state = segment.accounts.get(account);
        return state == null ? BigInteger.ZERO : state.cash;
    }

    /** Sum of positions over all accounts for each contract that trades; each is zero. */
    public Map<String, Long> netPositions() {
        Map<String, Long> net = new TreeMap<>();
        for (ContractState contract : segment.contracts.values()) {
            long sum = 0;
            for (Position position : contract.positions.values()) {
                sum += position.lots;
            }
            net.put(contract.name, sum);
        }
        return net;
    }

    /** An account's net lots in a contract that trades, else 0. */
    public long position(String account, String contract) {
        ContractState state = segment.contracts.get(contract);
        Position position = state == null ? null : state.positions.get(account);
        return position == null ? 0 : position.lots;
    }

    /** Whether the segment knows neither a market nor an account: it can only reject. */
    public boolean isEmpty() {
        return segment.markets.isEmpty() && segment.accounts.isEmpty();
    }

    /** Number of orders that rest in all books. */
    public int restingOrders() {
        int orders = 0;
        for (ContractState contract : segment.contracts.values()) {
            orders += contract.book.size();
        }
        return orders;
    }

    /** Number of contracts that trade. */
    public int openContracts() {
        return segment.contracts.size();
    }
}
