package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.CollateralMoved;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveAction;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveIssued;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A clearing house that tests talk to in short sentences. Its clock starts at noon. */
final class Exchange {
    static final long NOON = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;

    /** The first contract of the plain market that trades at noon. */
    static final String NEXT_HOUR = "H100.EUW1.1H.20261122T13Z";

    ClearingHouse house = new ClearingHouse("EUW1");
    long now = NOON;
    private long offset;
    private final List<MarketOutput> outputs = new ArrayList<>();

    /** All that the house was told so far. */
    final List<Step> script = new ArrayList<>();

    /** An event, or without one a time that the clock is set to. */
    record Step(MarketEvent event, long timeMillis) {}

    /**
     * Opens a market with a provider that has verified 1000 lots, two consumers, an investor and a
     * regulator.
     */
    static Exchange open(ContractSpecification specification) {
        Exchange exchange = new Exchange();
        exchange.specify(specification);
        exchange.provider("provider", 1000);
        exchange.account("consumer", Role.CONSUMER);
        exchange.account("consumer2", Role.CONSUMER);
        exchange.account("investor", Role.INVESTOR);
        exchange.account("watchdog", Role.REGULATOR);
        return exchange;
    }

    static String contract(int hoursAfterNoon) {
        return new ContractCode("H100.EUW1", NOON + hoursAfterNoon * HOUR, HOUR).toString();
    }

    void specify(ContractSpecification specification) {
        apply(new SpecificationChanged(next(), specification));
    }

    void account(String id, Role role) {
        account(new Account(id, role, true, 1));
    }

    void provider(String id, long verifiedLots) {
        TreeMap<String, Long> verified = new TreeMap<>(Map.of("H100.EUW1", verifiedLots));
        account(new Account(id, Role.PROVIDER, true, 1, false, verified));
    }

    void account(Account account) {
        apply(new AccountChanged(next(), account));
    }

    /** A forecast made now whose periods all have the same distribution; capacity is 1000. */
    void forecast(double mean, double deviation, int periods) {
        double[] means = new double[periods];
        double[] deviations = new double[periods];
        Arrays.fill(means, mean);
        Arrays.fill(deviations, deviation);
        apply(
                new ForecastArrived(
                        next(),
                        "H100.EUW1",
                        Math.floorDiv(now, HOUR) * HOUR,
                        HOUR,
                        1000,
                        means,
                        deviations,
                        new double[0],
                        new double[0][]));
    }

    ExecutionReport buy(String account, String id, long lots, long limit) {
        return limit(account, id, Side.BUY, lots, limit);
    }

    ExecutionReport sell(String account, String id, long lots, long limit) {
        return limit(account, id, Side.SELL, lots, limit);
    }

    private ExecutionReport limit(String account, String id, Side side, long lots, long limit) {
        return enter(account, id, NEXT_HOUR, side, OrderType.LIMIT, TimeInForce.GTC, lots, limit);
    }

    ExecutionReport enter(
            String account,
            String id,
            String contract,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long lots,
            long limit) {
        return command(
                new NewOrder(next(), account, id, contract, side, type, timeInForce, lots, limit));
    }

    /** A limit order that is good till a time. */
    ExecutionReport goodTill(
            String account, String id, Side side, long lots, long limit, long expires) {
        return command(
                new NewOrder(
                        next(),
                        account,
                        id,
                        NEXT_HOUR,
                        side,
                        OrderType.LIMIT,
                        TimeInForce.GTD,
                        lots,
                        limit,
                        expires));
    }

    /** A block whose first contract is some hours after noon. */
    ExecutionReport block(
            String account, String id, Side side, int first, int periods, long lots, long limit) {
        return command(
                new NewBlockOrder(
                        next(), account, id, contract(first), side, periods, lots, limit));
    }

    AuditRecorded deposit(String account, long amount) {
        return transfer("t-" + offset, account, TransferKind.DEPOSIT, amount);
    }

    AuditRecorded withdraw(String account, long amount) {
        return transfer("t-" + offset, account, TransferKind.WITHDRAWAL, amount);
    }

    AuditRecorded transfer(String id, String account, TransferKind kind, long amount) {
        return audited(new CollateralMoved(next(), id, account, kind, amount));
    }

    /** A directive of the regulator that needs no value. */
    AuditRecorded direct(DirectiveAction action, String target) {
        return audited(
                new DirectiveIssued(
                        next(), "d-" + offset, "watchdog", action, target, 0, 0, 0, 0, null));
    }

    /** What telemetry says of the hour that begins some hours after noon; capacity is 1000. */
    void realised(int hoursAfterNoon, double used, Map<String, Double> delivered) {
        apply(
                new DemandRealised(
                        next(),
                        "H100.EUW1",
                        NOON + hoursAfterNoon * HOUR,
                        HOUR,
                        used,
                        1000,
                        new TreeMap<>(delivered)));
    }

    /** Applies a record and returns the one audit record that answers it. */
    AuditRecorded audited(MarketEvent event) {
        int before = outputs.size();
        apply(event);
        List<AuditRecorded> answers =
                outputs.subList(before, outputs.size()).stream()
                        .filter(AuditRecorded.class::isInstance)
                        .map(AuditRecorded.class::cast)
                        .filter(record -> event.position().equals(record.cause()))
                        .toList();
        if (answers.size() != 1) {
            throw new AssertionError("not one answer to " + event + ": " + answers);
        }
        return answers.get(0);
    }

    ExecutionReport cancel(String account, String id) {
        return command(new CancelOrder(next(), account, "c-" + id, NEXT_HOUR, id));
    }

    ExecutionReport replace(String account, String id, String newId, long lots, long limit) {
        return command(new ReplaceOrder(next(), account, newId, NEXT_HOUR, id, lots, limit));
    }

    /** Applies a command and returns the one report that answers it. */
    ExecutionReport command(MarketEvent.OrderCommand command) {
        int before = outputs.size();
        apply(command);
        return outputs.subList(before, outputs.size()).stream()
                .filter(ExecutionReport.class::isInstance)
                .map(ExecutionReport.class::cast)
                .filter(report -> command.position().equals(report.cause()))
                .reduce(
                        (a, b) -> {
                            throw new AssertionError("two answers: " + a + " and " + b);
                        })
                .orElseThrow(() -> new AssertionError("no answer to " + command));
    }

    void apply(MarketEvent event) {
        script.add(new Step(event, 0));
        house.apply(event, outputs::add);
    }

    LogPosition next() {
        return new LogPosition(now, "afm.orders", 0, offset++);
    }

    /** Moves on and returns what is said meanwhile. */
    List<MarketOutput> advance(long millis) {
        now += millis;
        int before = outputs.size();
        script.add(new Step(null, now));
        house.advanceTo(now, outputs::add);
        return List.copyOf(outputs.subList(before, outputs.size()));
    }

    /** All outputs of a kind that were said so far. */
    <T extends MarketOutput> List<T> said(Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Lots that changed hands in one call of the next hour, at a limit that both sides name. */
    void trade(String buyer, String seller, long lots, long limit) {
        buy(buyer, "b" + offset, lots, limit);
        sell(seller, "s" + offset, lots, limit);
        advance(MINUTE);
    }

    /** The same, between consumer and provider, in the hour that begins some hours after noon. */
    void trade(int hour, long lots, long limit) {
        for (Side side : Side.values()) {
            enter(
                    side == Side.BUY ? "consumer" : "provider",
                    side + "-" + offset,
                    contract(hour),
                    side,
                    OrderType.LIMIT,
                    TimeInForce.GTC,
                    lots,
                    limit);
        }
        advance(MINUTE);
    }

    long cash(String account) {
        return house.cash(account).longValueExact();
    }

    long free(String account) {
        return house.freeCollateral(account).longValueExact();
    }

    /** The last output of a kind. */
    <T extends MarketOutput> T last(Class<T> kind) {
        List<T> all = said(kind);
        return all.get(all.size() - 1);
    }
}
