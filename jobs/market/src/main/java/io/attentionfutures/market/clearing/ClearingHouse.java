package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.CollateralMoved;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveIssued;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.RecordRefused;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import io.attentionfutures.market.margin.AccountStatus;
import io.attentionfutures.market.store.EntityStore;
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
 * its gate closes, a contract's orders expire, positions are marked to the settlement price and
 * allocations are granted and paid into escrow. When telemetry of its delivery has arrived, or none
 * came in time, what is left is paid the final index, every position ends at zero, and all that is
 * known of the contract is forgotten.
 *
 * <p>Money only moves between accounts, the segment's own funds among them: {@link #totalCash} is
 * always {@link #deposited}.
 *
 * <p>A new version of a specification applies at once, except one that changes what was traded:
 * tick value, lot size or collateral of a market with contracts, the price increment of resting
 * orders, period or segment at any time. It is refused as a whole, on the audit trail. Contracts
 * that trade stay listed if the horizon shrinks. A forecast of an unknown market, or one that knows
 * less demand than the one at hand, is ignored.
 */
public final class ClearingHouse {
    /** Account of the fees that the segment took. */
    public static final String FEES = "house.fees";

    /** Account of the money that stands behind the defaults of others. */
    public static final String DEFAULT_FUND = "house.default-fund";

    /** Account of what consumers paid for capacity that is not yet delivered. */
    public static final String ESCROW = "house.escrow";

    final Segment segment;
    private final Reports reports;
    private final Audit audit;
    private final Accounts accounts;
    private final OrderEntry orderEntry;
    private final Listing listing;
    private final ContractLife contractLife;
    private final DueWork dueWork;
    private final Collateral collateral;
    private final Directives directives;
    private final Baseline baseline;

    /** Opens a segment that knows no market and no account. */
    public ClearingHouse(String segment) {
        this(new Segment(Objects.requireNonNull(segment, "segment")));
    }

    ClearingHouse(Segment segment) {
        this.segment = segment;
        reports = new Reports(segment);
        audit = new Audit(segment, reports);
        PriceReports prices = new PriceReports(segment, reports);
        Ledger ledger = new Ledger(segment, reports);
        OrderMargin orderMargin = new OrderMargin(segment);
        accounts = new Accounts(segment, orderMargin, audit);
        Admission admission = new Admission(segment);
        BlockEntry blocks = new BlockEntry(segment, reports, admission, orderMargin);
        Watch watch = new Watch(segment, reports);
        OrderRemoval removal = new OrderRemoval(segment, reports, orderMargin, blocks, watch);
        MarginCalls marginCalls =
                new MarginCalls(segment, reports, ledger, orderMargin, removal, watch, audit);
        Marking marking = new Marking(segment, ledger, orderMargin, marginCalls);
        Indications indications = new Indications(segment, prices);
        orderEntry =
                new OrderEntry(
                        segment,
                        reports,
                        admission,
                        orderMargin,
                        removal,
                        blocks,
                        indications,
                        watch,
                        audit);
        listing = new Listing(segment, marking, audit);
        Uncross uncross =
                new Uncross(
                        segment,
                        reports,
                        prices,
                        new Fills(reports, orderMargin, watch),
                        marking,
                        marginCalls,
                        removal,
                        blocks,
                        new Interruptions(segment, prices, audit),
                        audit);
        Settlement settlement =
                new Settlement(segment, prices, ledger, orderMargin, marking, marginCalls, audit);
        GateClosing gate =
                new GateClosing(reports, prices, ledger, orderMargin, marking, removal, watch);
        contractLife = new ContractLife(segment, gate, settlement, indications, marking, ledger);
        dueWork = new DueWork(uncross, removal, contractLife, listing, marginCalls, indications);
        collateral = new Collateral(segment, ledger, marginCalls, audit);
        directives = new Directives(segment, listing, removal, audit);
        baseline = new Baseline(segment, orderEntry, removal, audit);
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
        } else if (event instanceof NewBlockOrder) {
            orderEntry.enter((NewBlockOrder) event);
        } else if (event instanceof ForecastArrived) {
            listing.forecast((ForecastArrived) event);
            baseline.forecast((ForecastArrived) event);
        } else if (event instanceof CollateralMoved) {
            collateral.move((CollateralMoved) event);
        } else if (event instanceof DirectiveIssued) {
            directives.carryOut((DirectiveIssued) event);
        } else if (event instanceof DemandRealised) {
            contractLife.realised((DemandRealised) event);
        } else if (event instanceof AccountChanged) {
            accounts.change((AccountChanged) event);
        } else if (event instanceof SpecificationChanged) {
            listing.specify((SpecificationChanged) event);
            // A new gate time may already have passed.
            runDeadlines(segment.nowMillis);
        } else if (event instanceof RecordRefused) {
            RecordRefused refused = (RecordRefused) event;
            audit.rejected(
                    refused.position(),
                    refused.kind(),
                    refused.subject(),
                    refused.code(),
                    refused.reason());
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
            dueWork.run(due);
        }
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
     * @throws IllegalArgumentException if a value was written by a later version, or is damaged
     */
    public static ClearingHouse restore(
            String segment, Iterable<Map.Entry<String, byte[]>> entities) {
        ClearingHouse restored = new ClearingHouse(segment);
        restored.reports.restoreNextSequence(StoredSegment.read(restored.segment, entities));
        return restored;
    }

    /** Collateral that came in less what left, in minor units of money. */
    public BigInteger deposited() {
        return segment.deposited;
    }

    /**
     * Sum of cash over all accounts and the segment's own funds, in minor units of money; always
     * what was deposited.
     */
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

    /** How the segment stands; takes time for each contract, but not for each account or order. */
    public SegmentSummary summary() {
        return SegmentSummary.of(segment);
    }

    /** Number of orders that rest in all books. */
    public int restingOrders() {
        int orders = 0;
        for (ContractState contract : segment.contracts.values()) {
            orders += contract.book.size();
        }
        return orders;
    }

    /** What of an account's cash no position and no order needs; zero for an unknown account. */
    public BigInteger freeCollateral(String account) {
        AccountState state = segment.accounts.get(account);
        return state == null ? BigInteger.ZERO : state.free();
    }

    /** How an account stands. */
    public AccountStatus status(String account) {
        AccountState state = segment.accounts.get(account);
        return state == null ? AccountStatus.NORMAL : state.check.status();
    }

    /** Number of contracts whose gate has closed and that are not yet settled. */
    public int deliveringContracts() {
        return segment.markets.values().stream().mapToInt(m -> m.delivering.size()).sum();
    }

    /** Number of contracts that trade. */
    public int openContracts() {
        return segment.contracts.size();
    }
}
