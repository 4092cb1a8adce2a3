package io.attentionfutures.benchmarks;

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
import io.attentionfutures.market.clearing.MarketOutput;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A clearing house with 24 hourly contracts and 200 accounts, for benchmarks. */
final class BenchmarkMarket {
    static final int CONTRACTS = 24;
    private static final long HOUR = 3_600_000;
    private static final long START = 500_000 * HOUR;
    private static final int ACCOUNTS = 200;

    final ClearingHouse house = new ClearingHouse("EUW1");
    private final Consumer<MarketOutput> out;
    private final SplittableRandom random = new SplittableRandom(1);
    private final String[] contracts = new String[CONTRACTS];
    private long offset;
    private long now = START + 1;

    BenchmarkMarket(Consumer<MarketOutput> out) {
        this.out = out;
        house.apply(new MarketEvent.SpecificationChanged(position(), specification()), out);
        for (int i = 0; i < ACCOUNTS; i++) {
            house.apply(
                    new MarketEvent.AccountChanged(
                            position(), new Account("account-" + i, role(i), true, 1)),
                    out);
        }
        for (int i = 0; i < CONTRACTS; i++) {
            contracts[i] = new ContractCode("H100.EUW1", START + (i + 1) * HOUR, HOUR).toString();
        }
    }

    private static Role role(int account) {
        return account % 2 == 0 ? Role.PROVIDER : Role.CONSUMER;
    }

    private static ContractSpecification specification() {
        return new ContractSpecification(
                "H100.EUW1",
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
                MarginRules.none(),
                DeliveryRules.plain(),
                BaselineRules.none(),
                ContractSpecification.AUTOREGRESSIVE_AFTER);
    }

    private LogPosition position() {
        return new LogPosition(now, "afm.orders", 0, offset++);
    }

    /**
     * Enters a limit order; providers sell, consumers buy.
     *
     * @param crossing whether limits of the two sides overlap, so that the next call trades
     * @return a command that cancels it
     */
    MarketEvent.CancelOrder enter(int contract, boolean crossing) {
        int account = random.nextInt(ACCOUNTS);
        boolean sells = role(account) == Role.PROVIDER;
        long limit =
                crossing
                        ? 4_000 + random.nextInt(2_000)
                        : sells ? 5_100 + random.nextInt(2_000) : 4_900 - random.nextInt(2_000);
        String id = Long.toString(offset);
        house.apply(
                new MarketEvent.NewOrder(
                        position(),
                        "account-" + account,
                        id,
                        contracts[contract],
                        sells ? Side.SELL : Side.BUY,
                        OrderType.LIMIT,
                        TimeInForce.GTC,
                        1 + random.nextInt(20),
                        limit),
                out);
        return new MarketEvent.CancelOrder(
                position(), "account-" + account, "c" + id, contracts[contract], id);
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
