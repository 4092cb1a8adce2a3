package io.attentionfutures.pipeline;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The input logs of a small day: two markets in two segments, two partitions of telemetry and of
 * orders, a topic of one account's own, some garbage, and timestamps that now and then run back.
 */
final class SyntheticDay {
    static final List<String> MARKETS = List.of("H100.EUW1", "A100.USE1");
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long START = 490_000 * HOUR;
    static final int HOURS = 12;

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
    private int orderNumber;

    SyntheticDay() {
        for (String market : MARKETS) {
            contracts.append(0, START, Values.bytes(Values.specification(market).build()));
        }
        for (String name : CONSUMERS) {
            accounts.append(
                    0, START, Values.bytes(Values.account(name, Role.CONSUMER, "EUW1", "USE1")));
        }
        for (String name : PROVIDERS) {
            accounts.append(
                    0, START, Values.bytes(Values.account(name, Role.PROVIDER, "EUW1", "USE1")));
        }
        for (long minute = 1; minute <= HOURS * 60; minute++) {
            minute(START + minute * MINUTE);
        }
    }

    private void minute(long now) {
        if (now % (5 * MINUTE) == 0) {
            for (String market : MARKETS) {
                sample(market, now);
                online(market, now);
                order(market, now);
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
        log.append(partition, now, order(market, account, buys, now));
        log.append(
                partition, now - random.nextInt((int) MINUTE), order(market, account, buys, now));
    }

    private byte[] order(String market, String account, boolean buys, long now) {
        long delivery = (Math.floorDiv(now, HOUR) + 1 + random.nextInt(4)) * HOUR;
        return Values.bytes(
                Values.order(
                                account,
                                "o" + orderNumber++,
                                new ContractCode(market, delivery, HOUR).toString(),
                                buys ? OrderSide.BUY : OrderSide.SELL,
                                1 + random.nextInt(9),
                                150 + random.nextInt(100))
                        .build());
    }

    List<LoggedRecord> telemetry() {
        return telemetry.records();
    }

    List<LoggedRecord> orders() {
        List<LoggedRecord> all = new ArrayList<>(orders.records());
        all.addAll(ownOrders.records());
        return all;
    }

    List<LoggedRecord> instructions() {
        List<LoggedRecord> all = new ArrayList<>(collateral.records());
        all.addAll(directives.records());
        return all;
    }

    List<LoggedRecord> referenceData() {
        List<LoggedRecord> all = new ArrayList<>(contracts.records());
        all.addAll(accounts.records());
        return all;
    }

    int ordersEntered() {
        return orderNumber;
    }
}
