package io.attentionfutures.pipeline;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.Directive;
import io.attentionfutures.schemas.DirectiveAction;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.TimeInForce;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.TransferKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The input logs of a small day: two markets in two segments, one of them with collateral, two
 * partitions of telemetry and of orders, a topic of one account's own, some garbage, and timestamps
 * that now and then run back. Trading ends early enough for everything traded to be settled.
 */
public final class SyntheticDay {
    static final List<String> MARKETS = List.of("H100.EUW1", "A100.USE1");
    public static final long MINUTE = 60_000;
    public static final long HOUR = 60 * MINUTE;
    public static final long START = 490_000 * HOUR;
    static final int HOURS = 16;

    /** Sold by both providers, but only one of them reports telemetry. */
    static final String COLLATERALISED = "A100.USE1";

    /** Transfers and directives of the day that are accepted; as many more records are not. */
    static final int TRANSFERS = 4;

    static final int DIRECTIVES = 2;

    private static final int TRADING_HOURS = 10;
    private static final long HALTED = 125;

    private static final int PARTITIONS = 2;
    private static final List<String> CONSUMERS = List.of("alice", "bob");
    private static final List<String> PROVIDERS = List.of("dc-1", "dc-2");

    private final Random random = new Random(5);
    private final Log telemetry = new Log(Topic.TELEMETRY);
    private final Log orders = new Log(Topic.ORDERS);
    private final Log ownOrders = new Log("afm.orders.alice");
    private final Log collateral = new Log(Topic.COLLATERAL);
    private final Log directives = new Log(Topic.DIRECTIVES);
    private final Log contracts = new Log(Topic.CONTRACTS);
    private final Log accounts = new Log(Topic.ACCOUNTS);
    private final Log models = new Log(Topic.MODELS);
    private int orderNumber;
    private int commands;

    public SyntheticDay() {
        for (String market : MARKETS) {
            contracts.append(0, START, Values.bytes(specification(market).build()));
        }
        for (String name : CONSUMERS) {
            account(Values.account(name, Role.CONSUMER, "EUW1", "USE1"));
        }
        for (String name : PROVIDERS) {
            Account account = Values.account(name, Role.PROVIDER, "EUW1", "USE1");
            account.setVerifiedLots(Map.of(COLLATERALISED, 200L));
            account(account);
        }
        account(Values.account("authority", Role.REGULATOR, "EUW1", "USE1"));
        for (String name : List.of("alice", "bob", "dc-1", "dc-2")) {
            deposit(START + 1_000, name);
        }
        for (long minute = 1; minute <= HOURS * 60; minute++) {
            records(minute, START + minute * MINUTE);
            minute(START + minute * MINUTE);
        }
    }

    private static ContractSpecification.Builder specification(String market) {
        return Values.specification(market)
                .setCollateralised(market.equals(COLLATERALISED))
                .setDeliveryVerified(true)
                .setMarginCallMillis(10 * MINUTE);
    }

    private void account(Account account) {
        accounts.append(0, START, Values.bytes(account));
    }

    private void deposit(long now, String account) {
        collateral.append(
                0, now, Values.bytes(Values.deposit("t-" + account, account, "USE1", 50_000)));
    }

    /** What happens besides trading; half of it is to be rejected. */
    private void records(long minute, long now) {
        if (minute == 60) {
            byte[] impossible = Values.bytes(specification(COLLATERALISED).setLotSize(0).build());
            contracts.append(0, now, impossible);
        } else if (minute == 90) {
            collateral.append(
                    0,
                    now,
                    Values.bytes(
                            new CollateralTransfer(
                                    "t1", "bob", "USE1", TransferKind.WITHDRAWAL, 1L << 40)));
            CONSUMERS.forEach(name -> deposit(now, name));
            deposit(now, "nobody");
            models.append(
                    0, now, Values.bytes(Values.release("r1", "model-1", "file:/no/such/bundle")));
        } else if (minute == HALTED) {
            direct(now, Values.halt("d1", "USE1", COLLATERALISED));
        } else if (minute == HALTED + 30) {
            direct(
                    now,
                    Values.halt("d2", "USE1", COLLATERALISED).setAction(DirectiveAction.RESUME));
            direct(now, Values.halt("d1", "USE1", COLLATERALISED));
            direct(now, Values.halt("d3", "USE1", COLLATERALISED).setIssuer("alice"));
        }
    }

    private void direct(long now, Directive.Builder directive) {
        directives.append(0, now, Values.bytes(directive.build()));
    }

    private void minute(long now) {
        if (now % (5 * MINUTE) == 0) {
            for (String market : MARKETS) {
                sample(market, now);
                online(market, now);
                if (now < START + TRADING_HOURS * HOUR) {
                    order(market, now);
                }
            }
        }
        if (now % HOUR == 0) {
            telemetry.append(0, now, new byte[] {1, 2, 3});
            orders.append(1, now, null);
            collateral.append(0, now, new byte[] {4, 5, 6});
        }
        for (int i = 0; i < PARTITIONS; i++) {
            telemetry.heartbeat(i, now);
            orders.heartbeat(i, now);
        }
        ownOrders.heartbeat(0, now);
        collateral.heartbeat(0, now);
        directives.heartbeat(0, now);
        contracts.heartbeat(0, now);
        accounts.heartbeat(0, now);
        models.heartbeat(0, now);
    }

    private void sample(String market, long now) {
        for (int tenant = 0; tenant < 3; tenant++) {
            double used = 20 + 5 * tenant + random.nextInt(10);
            telemetry.append(
                    random.nextInt(PARTITIONS),
                    now - random.nextInt((int) (2 * MINUTE)),
                    Values.bytes(Values.usage(market, "team-" + tenant, now - MINUTE, used, 40)));
        }
    }

    private void online(String market, long now) {
        telemetry.append(
                random.nextInt(PARTITIONS),
                now,
                Values.bytes(Values.online(market, "dc-1", now - MINUTE, 64)));
    }

    /** Two orders in a row; the second one's timestamp is earlier, and its time is the first's. */
    private void order(String market, long now) {
        boolean buys = random.nextBoolean();
        String account = (buys ? CONSUMERS : PROVIDERS).get(random.nextInt(2));
        boolean own = account.equals("alice");
        Log log = own ? ownOrders : orders;
        int partition = own ? 0 : random.nextInt(PARTITIONS);
        byte[] first = order(market, account, buys, now);
        byte[] second = order(market, account, buys, now);
        log.append(partition, now, first);
        log.append(partition, now - random.nextInt((int) MINUTE), second);
        commands += 2;
        if (orderNumber % 10 == 0) {
            log.append(partition, now, first);
            commands++;
        }
    }

    private byte[] order(String market, String account, boolean buys, long now) {
        long delivery = (Math.floorDiv(now, HOUR) + 1 + random.nextInt(4)) * HOUR;
        OrderCommand.Builder order =
                Values.order(
                        account,
                        "o" + orderNumber++,
                        new ContractCode(market, delivery, HOUR).toString(),
                        buys ? OrderSide.BUY : OrderSide.SELL,
                        1 + random.nextInt(9),
                        150 + random.nextInt(100));
        switch (random.nextInt(8)) {
            case 0 -> order.setTimeInForce(TimeInForce.FOK);
            case 1 ->
                    order.setTimeInForce(TimeInForce.GTD)
                            .setExpiresAt(Instant.ofEpochMilli(now + 25 * MINUTE));
            case 2 -> order.setAction(OrderAction.NEW_BLOCK).setPeriods(2);
            default -> {
                // It stays until its gate closes.
            }
        }
        return Values.bytes(order.build());
    }

    /** The records of all input topics, each partition's oldest first. */
    public List<LoggedRecord> records() {
        return Stream.of(
                        telemetry,
                        orders,
                        ownOrders,
                        collateral,
                        directives,
                        contracts,
                        accounts,
                        models)
                .flatMap(log -> log.records().stream())
                .toList();
    }

    int commands() {
        return commands;
    }
}
