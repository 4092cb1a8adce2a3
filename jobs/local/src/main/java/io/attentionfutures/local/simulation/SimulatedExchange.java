package io.attentionfutures.local.simulation;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.BaselineRules;
import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.DeliveryRules;
import io.attentionfutures.market.MarginRules;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.market.clearing.MarketOutput.DepthPublished;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.Level;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The clearing house of the simulation, with one market of hourly contracts. The only class here
 * that speaks the clearing house's events and outputs.
 */
public final class SimulatedExchange {
    static final String MARKET = "H100.SIM";
    static final int CALLS_AN_HOUR = 4;
    static final int HORIZON = 24;
    public static final long CAPACITY_LOTS = 1_000;
    static final long RESERVE_LOTS = 50;
    static final long MARGINAL_COST_TICKS = 50;
    public static final long CAP_TICKS = 1_000;
    static final long FLOOR_TICKS = 1;
    public static final long TICK_VALUE = 10;
    static final long HOUR_MILLIS = 3_600_000;
    static final long CALL_MILLIS = HOUR_MILLIS / CALLS_AN_HOUR;

    /** A Monday. */
    static final long START_MILLIS = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

    private static final String SEGMENT = "SIM";

    private final ClearingHouse house = new ClearingHouse(SEGMENT);
    private final Map<String, Desk> desks = new HashMap<>();
    private final Map<String, ContractView> contracts = new HashMap<>();
    private final Consumer<MarketOutput> out = this::hear;
    private final Consumer<MarketOutput> tape;
    private long nowMillis = START_MILLIS;
    private long offset;

    /**
     * Opens the market.
     *
     * @param tape hears all that the clearing house says
     */
    SimulatedExchange(Consumer<MarketOutput> tape) {
        this.tape = tape;
        house.apply(new MarketEvent.SpecificationChanged(next(), specification()), out);
    }

    private static ContractSpecification specification() {
        return new ContractSpecification(
                MARKET,
                SEGMENT,
                "accelerator",
                HOUR_MILLIS,
                1,
                TICK_VALUE,
                1,
                FLOOR_TICKS,
                CAP_TICKS,
                MARGINAL_COST_TICKS,
                RESERVE_LOTS,
                HORIZON,
                CALL_MILLIS,
                CALL_MILLIS,
                0,
                CAPACITY_LOTS,
                CAP_TICKS,
                CAP_TICKS,
                1.0,
                CAP_TICKS,
                2 * MARGINAL_COST_TICKS,
                2 * HOUR_MILLIS,
                12 * HOUR_MILLIS,
                10,
                5,
                AllocationProfile.MAX_MIN,
                SelfTradePrevention.CANCEL_NEW,
                CallRules.plain(),
                MarginRules.none(),
                new DeliveryRules(HOUR_MILLIS, HOUR_MILLIS, false, 0),
                BaselineRules.none(),
                ContractSpecification.AUTOREGRESSIVE_AFTER);
    }

    Desk open(String account, Role role) {
        Desk desk = new Desk(this, account);
        desks.put(account, desk);
        house.apply(
                new MarketEvent.AccountChanged(next(), new Account(account, role, true, 1)), out);
        return desk;
    }

    ContractView contract(int hour) {
        ContractCode code =
                new ContractCode(MARKET, START_MILLIS + hour * HOUR_MILLIS, HOUR_MILLIS);
        ContractView view = new ContractView(hour, code.toString());
        contracts.put(view.name(), view);
        return view;
    }

    void forget(ContractView contract) {
        contracts.remove(contract.name());
    }

    void advanceTo(long millis) {
        house.advanceTo(millis, out);
        nowMillis = millis;
    }

    void forecast(Forecast forecast) {
        house.apply(
                new MarketEvent.ForecastArrived(
                        next(),
                        MARKET,
                        START_MILLIS + forecast.madeAtHour() * HOUR_MILLIS,
                        HOUR_MILLIS,
                        CAPACITY_LOTS,
                        forecast.mean(),
                        forecast.deviation(),
                        Forecast.PROBABILITIES,
                        forecast.quantiles()),
                out);
    }

    void enter(String account, OwnOrder order, TimeInForce life) {
        boolean market = order.limitTicks == Desk.MARKET;
        house.apply(
                new MarketEvent.NewOrder(
                        next(),
                        account,
                        order.id,
                        order.contract.name(),
                        order.side,
                        market ? OrderType.MARKET : OrderType.LIMIT,
                        life,
                        order.leavesLots,
                        market ? 0 : order.limitTicks),
                out);
    }

    void replace(String account, OwnOrder order, String id, long lots, long limitTicks) {
        house.apply(
                new MarketEvent.ReplaceOrder(
                        next(), account, id, order.contract.name(), order.id, lots, limitTicks),
                out);
    }

    void cancel(String account, OwnOrder order, String id) {
        house.apply(
                new MarketEvent.CancelOrder(next(), account, id, order.contract.name(), order.id),
                out);
    }

    /** Returns the nearest limit that the market admits. */
    static long admissible(long ticks) {
        return Math.max(FLOOR_TICKS, Math.min(CAP_TICKS, ticks));
    }

    /** Whether money and lots still sum to zero over all accounts. */
    boolean isConserved() {
        return house.totalCash().signum() == 0
                && house.netPositions().values().stream().allMatch(lots -> lots == 0);
    }

    private LogPosition next() {
        return new LogPosition(nowMillis, "simulation", 0, offset++);
    }

    private void hear(MarketOutput output) {
        tape.accept(output);
        if (output instanceof PricePublished) {
            hear((PricePublished) output);
        } else if (output instanceof DepthPublished) {
            DepthPublished depth = (DepthPublished) output;
            ContractView contract = contracts.get(depth.contract());
            contract.bids = levels(depth.bids());
            contract.asks = levels(depth.asks());
        } else if (output instanceof ExecutionReport) {
            hear((ExecutionReport) output);
        }
    }

    private void hear(PricePublished price) {
        ContractView contract = contracts.get(price.contract());
        if (price.kind() == PriceKind.SETTLEMENT) {
            contract.settlementTicks = price.priceTicks();
        }
        if (price.kind() == PriceKind.SETTLEMENT || price.kind() == PriceKind.INDEX) {
            return;
        }
        contract.call(
                price.priceTicks(), price.kind() == PriceKind.CLEARING ? price.volumeLots() : 0);
        contract.referenceTicks = price.referenceTicks();
        contract.bestBidTicks = price.bestBidTicks();
        contract.bestAskTicks = price.bestAskTicks();
    }

    private void hear(ExecutionReport report) {
        Desk desk = desks.get(report.account());
        String id = report.clientOrderId();
        switch (report.type()) {
            case TRADE:
                desk.filled(id, report.lastLots(), report.lastPriceTicks(), report.leavesLots());
                break;
            case REPLACED:
                desk.replaced(
                        report.originalClientOrderId(),
                        id,
                        report.leavesLots(),
                        report.limitTicks());
                break;
            case REJECTED:
                desk.refused(id, report.originalClientOrderId().isEmpty());
                break;
            case CANCELED:
                desk.ended(
                        report.originalClientOrderId().isEmpty()
                                ? id
                                : report.originalClientOrderId());
                break;
            case EXPIRED:
                desk.ended(id);
                break;
            default:
                break;
        }
    }

    private static List<ContractView.DepthLevel> levels(List<Level> levels) {
        return levels.stream()
                .map(level -> new ContractView.DepthLevel(level.priceTicks(), level.lots()))
                .toList();
    }
}
