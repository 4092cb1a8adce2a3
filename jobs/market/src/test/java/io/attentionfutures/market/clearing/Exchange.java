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
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /** Opens a market with a provider, two consumers and an investor. */
    static Exchange open(ContractSpecification specification) {
        Exchange exchange = new Exchange();
        exchange.specify(specification);
        exchange.account("provider", Role.PROVIDER);
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
        house.apply(event, outputs::add);
    }

    LogPosition next() {
        return new LogPosition(now, "afm.orders", 0, offset++);
    }

    /** Moves on and returns what is said meanwhile. */
    List<MarketOutput> advance(long millis) {
        now += millis;
        int before = outputs.size();
        house.advanceTo(now, outputs::add);
        return List.copyOf(outputs.subList(before, outputs.size()));
    }

    /** All outputs of a kind that were said so far. */
    <T extends MarketOutput> List<T> said(Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The last output of a kind. */
    <T extends MarketOutput> T last(Class<T> kind) {
        List<T> all = said(kind);
        return all.get(all.size() - 1);
    }
}
