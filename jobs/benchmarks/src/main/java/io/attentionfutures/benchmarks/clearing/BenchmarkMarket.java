package io.attentionfutures.benchmarks.clearing;

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
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import io.attentionfutures.market.clearing.MarketOutput;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A clearing house with 24 hourly contracts and 200 accounts: providers sell, consumers buy. The
 * same calls give the same orders.
 */
final class BenchmarkMarket {
    static final int CONTRACTS = 24;
    private static final long HOUR = 3_600_000;
    private static final long START = 500_000 * HOUR;
    private static final int ACCOUNTS = 200;
    private static final String MARKET = "H100.EUW1";
    private static final long CASH = 1_000_000_000_000_000L;
    private static final long CAPACITY = 1_000_000_000;

    private final ClearingHouse house = new ClearingHouse("EUW1");
    private final Consumer<MarketOutput> out;
    private final SplittableRandom random = new SplittableRandom(1);
    private final String[] contracts = new String[CONTRACTS];
    private long offset;
    private long now = START + 1;

    /**
     * @param collateral whether orders reserve margin and fills pay a fee and variation margin
     */
    BenchmarkMarket(boolean collateral, Consumer<MarketOutput> out) {
        this.out = out.andThen(BenchmarkMarket::requireAccepted);
        apply(new MarketEvent.SpecificationChanged(position(), specification(collateral)));
        for (int i = 0; i < ACCOUNTS; i++) {
            apply(new MarketEvent.AccountChanged(position(), account(i)));
            apply(
                    new MarketEvent.CollateralMoved(
                            position(), "t" + i, name(i), TransferKind.DEPOSIT, CASH));
        }
        for (int i = 0; i < CONTRACTS; i++) {
            contracts[i] = new ContractCode(MARKET, START + (i + 1) * HOUR, HOUR).toString();
        }
    }

    /** A rejection costs less than what is to be timed. */
    private static void requireAccepted(MarketOutput output) {
        if (output instanceof MarketOutput.ExecutionReport
                && ((MarketOutput.ExecutionReport) output).type()
                        == MarketOutput.ExecutionType.REJECTED) {
            throw new IllegalStateException("a benchmark's command was rejected: " + output);
        }
    }

    private static String name(int account) {
        return "account-" + account;
    }

    private static Account account(int account) {
        TreeMap<String, Long> verified = new TreeMap<>();
        if (role(account) == Role.PROVIDER) {
            verified.put(MARKET, CAPACITY);
        }
        return new Account(name(account), role(account), true, 1, false, verified);
    }

    private static MarginRules margin(boolean collateral) {
        return collateral
                ? new MarginRules(true, 0, 1, 0.04, HOUR, 0.94, 2, 0.02, 0.25, 0.75, HOUR, 0.1)
                : MarginRules.none();
    }

    private static Role role(int account) {
        return account % 2 == 0 ? Role.PROVIDER : Role.CONSUMER;
    }

    private static ContractSpecification specification(boolean collateral) {
        return new ContractSpecification(
                MARKET,
                "EUW1",
                "GPU",
                HOUR,
                1,
                1,
                1,
                1,
                10_000,
                1_500,
                0,
                CONTRACTS,
                60_000,
                15 * 60_000,
                0,
                1_000_000,
                10_000,
                10_000,
                1.0,
                10_000,
                5_000,
                HOUR,
                HOUR,
                100,
                1,
                AllocationProfile.MAX_MIN,
                SelfTradePrevention.CANCEL_NEW,
                CallRules.plain(),
                margin(collateral),
                DeliveryRules.plain(),
                BaselineRules.none(),
                ContractSpecification.AUTOREGRESSIVE_AFTER);
    }

    private LogPosition position() {
        return new LogPosition(now, "afm.orders", 0, offset++);
    }

    /**
     * Returns a limit order that is not yet entered.
     *
     * @param crossing whether limits of the two sides overlap, so that the next call trades
     */
    MarketEvent.NewOrder order(int contract, boolean crossing) {
        int account = random.nextInt(ACCOUNTS);
        boolean sells = role(account) == Role.PROVIDER;
        String id = Long.toString(offset);
        return new MarketEvent.NewOrder(
                position(),
                name(account),
                id,
                contracts[contract],
                sells ? Side.SELL : Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                1 + random.nextInt(20),
                crossing ? 4_000 + random.nextInt(2_000) : apart(sells));
    }

    private long apart(boolean sells) {
        return sells ? 5_100 + random.nextInt(2_000) : 4_900 - random.nextInt(2_000);
    }

    MarketEvent.CancelOrder cancel(MarketEvent.NewOrder order) {
        return new MarketEvent.CancelOrder(
                position(),
                order.account(),
                "c" + order.clientOrderId(),
                order.contract(),
                order.clientOrderId());
    }

    MarketEvent.CancelOrder cancel(MarketEvent.ReplaceOrder order) {
        return new MarketEvent.CancelOrder(
                position(),
                order.account(),
                "c" + order.clientOrderId(),
                order.contract(),
                order.clientOrderId());
    }

    /** Returns a replacement at another limit, under the same id with a letter behind it. */
    MarketEvent.ReplaceOrder replace(MarketEvent.NewOrder order) {
        return new MarketEvent.ReplaceOrder(
                position(),
                order.account(),
                order.clientOrderId() + "r",
                order.contract(),
                order.clientOrderId(),
                order.lots(),
                apart(order.side() == Side.SELL));
    }

    void apply(MarketEvent event) {
        house.apply(event, out);
    }

    /** Runs the next call of every contract. */
    void call() {
        now = (now / 60_000 + 1) * 60_000;
        house.advanceTo(now, out);
        now++;
    }
}
