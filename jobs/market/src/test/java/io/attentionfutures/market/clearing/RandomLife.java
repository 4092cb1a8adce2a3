package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.CollateralMoved;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketEvent.RecordRefused;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random stream of everything that can happen to a segment with collateral: two markets, all
 * roles, every kind of order and record, some twice, some garbage. Prices wander, so that calls are
 * interrupted and margin is called.
 *
 * <p>Ids of blocks begin with b, of fill-or-kill orders with f, of orders good till a date with g;
 * no id of these is used twice. Ids that begin with o may be.
 */
final class RandomLife {
    static final String[] MARKETS = {"A100.EUW1", "H100.EUW1"};
    static final String[] ACCOUNTS = {
        "p1", "p2", "c1", "c2", "i1", "i2", "base", "reg", "off", "none"
    };
    static final Role[] ROLES = {
        Role.PROVIDER,
        Role.PROVIDER,
        Role.CONSUMER,
        Role.CONSUMER,
        Role.INVESTOR,
        Role.INVESTOR,
        Role.CONSUMER,
        Role.REGULATOR,
        Role.INVESTOR
    };

    private final Random random;
    private final RandomRules rules;
    private final List<OrderCommand> entered = new ArrayList<>();
    private long time = Exchange.NOON;
    private long offset;
    private long centre = 200;

    RandomLife(Random random) {
        this.random = random;
        rules = new RandomRules(random);
    }

    static List<MarketEvent> of(long seed, int count) {
        RandomLife life = new RandomLife(new Random(seed));
        List<MarketEvent> events = new ArrayList<>(life.opening());
        for (int i = 0; i < count; i++) {
            MarketEvent event = life.event();
            events.add(event);
            if (life.random.nextInt(25) == 0) {
                events.add(Again.at(event, life.next()));
            }
        }
        return events;
    }

    /** Opens the markets and accounts of what follows. */
    List<MarketEvent> opening() {
        List<MarketEvent> events = new ArrayList<>();
        for (String market : MARKETS) {
            events.add(new SpecificationChanged(next(), rules.specification(market)));
        }
        for (int i = 0; i < ROLES.length; i++) {
            boolean active = !ACCOUNTS[i].equals("off");
            events.add(new AccountChanged(next(), account(i, ROLES[i], active)));
            events.add(deposit(ACCOUNTS[i], 4_000 + random.nextInt(60_000)));
        }
        if (random.nextBoolean()) {
            events.add(deposit(ClearingHouse.DEFAULT_FUND, 1 + random.nextInt(3_000)));
        }
        return events;
    }

    private Account account(int index, Role role, boolean active) {
        TreeMap<String, Long> verified = new TreeMap<>();
        if (role == Role.PROVIDER) {
            for (String market : MARKETS) {
                verified.put(market, 20L + random.nextInt(150));
            }
        }
        boolean inFull = ACCOUNTS[index].equals("c2") || random.nextInt(8) == 0;
        return new Account(ACCOUNTS[index], role, active, 1 + index % 3, inFull, verified);
    }

    /** What happens next. */
    MarketEvent event() {
        time += random.nextInt(10) == 0 ? random.nextInt(120_000) : random.nextInt(9_000);
        time += random.nextInt(100) == 0 ? random.nextInt(1_500_000) : 0;
        centre += random.nextInt(9) - 4;
        centre += random.nextInt(15) == 0 ? random.nextInt(61) - 30 : 0;
        centre = Math.max(40, Math.min(400, centre));
        int what = random.nextInt(200);
        if (what < 2) {
            return new SpecificationChanged(next(), rules.specification(pick(MARKETS)));
        }
        if (what < 7) {
            int who = random.nextInt(7);
            Role role = random.nextInt(12) == 0 ? pick(Role.values()) : ROLES[who];
            return new AccountChanged(next(), account(who, role, random.nextInt(12) > 0));
        }
        if (what < 13) {
            return rules.forecast(next(), pick(MARKETS), centre);
        }
        if (what < 23) {
            return transfer();
        }
        if (what < 31) {
            return rules.directive(next(), contract(), centre);
        }
        if (what < 45) {
            return demand();
        }
        if (what < 46) {
            return new RecordRefused(
                    next(), "order", "x", MarketOutput.RejectionCode.INVALID_VALUE, "garbage");
        }
        if (what < 80 && !entered.isEmpty()) {
            return onEarlierOrder();
        }
        OrderCommand order = what < 92 ? block() : order();
        entered.add(order);
        return order;
    }

    private NewOrder order() {
        TimeInForce timeInForce = maybe(pick(TimeInForce.values()));
        boolean garbage = random.nextInt(80) == 0;
        long lots = garbage ? pick(new Long[] {-1L, 0L, Long.MAX_VALUE}) : random.nextInt(40);
        OrderType type = maybe(random.nextInt(6) == 0 ? OrderType.MARKET : OrderType.LIMIT);
        int who = who();
        Side side = side(who);
        boolean gtd = timeInForce == TimeInForce.GTD;
        long expires = gtd ? time - 2_000 + random.nextInt(400_000) : 0;
        return new NewOrder(
                next(),
                ACCOUNTS[who],
                timeInForce == TimeInForce.FOK ? "f" + offset : gtd ? "g" + offset : id(),
                contract(),
                maybe(side),
                type,
                timeInForce,
                lots,
                limit() + side.sign() * 2L * random.nextInt(6),
                expires);
    }

    private NewBlockOrder block() {
        int who = who();
        int periods = random.nextInt(20) == 0 ? random.nextInt(9) - 2 : 1 + random.nextInt(3);
        Side side = side(who);
        long limit = limit() + side.sign() * 2L * random.nextInt(10);
        return new NewBlockOrder(
                next(),
                ACCOUNTS[who],
                "b" + offset,
                contract(),
                maybe(side),
                periods,
                1 + random.nextInt(20),
                limit);
    }

    /** Cancels or replaces one of the last orders, whatever became of it. */
    private MarketEvent onEarlierOrder() {
        int back = 1 + random.nextInt(Math.min(8, entered.size()));
        OrderCommand order = entered.get(entered.size() - back);
        if (random.nextBoolean() || !(order instanceof NewOrder)) {
            return new CancelOrder(
                    next(), order.account(), "x", order.contract(), order.clientOrderId());
        }
        NewOrder replaced = (NewOrder) order;
        String id = (replaced.timeInForce() == TimeInForce.GTD ? "g" : "n") + offset;
        long lots = 1 + random.nextInt(42);
        long limit = random.nextBoolean() ? replaced.limitTicks() : limit();
        ReplaceOrder replace =
                new ReplaceOrder(
                        next(),
                        order.account(),
                        id,
                        order.contract(),
                        order.clientOrderId(),
                        lots,
                        limit);
        entered.add(
                new NewOrder(
                        replace.position(),
                        order.account(),
                        id,
                        order.contract(),
                        replaced.side(),
                        replaced.type(),
                        replaced.timeInForce(),
                        lots,
                        limit));
        return replace;
    }

    private CollateralMoved transfer() {
        if (random.nextInt(8) == 0) {
            return new CollateralMoved(
                    next(),
                    random.nextBoolean() ? null : "t" + offset,
                    random.nextBoolean() ? null : pick(ACCOUNTS),
                    maybe(TransferKind.DEPOSIT),
                    random.nextBoolean() ? Long.MIN_VALUE : random.nextInt(100));
        }
        if (random.nextInt(3) == 0) {
            return deposit(pick(ACCOUNTS), 1 + random.nextInt(8_000));
        }
        return new CollateralMoved(
                next(),
                "t" + offset,
                pick(ACCOUNTS),
                TransferKind.WITHDRAWAL,
                1 + random.nextInt(random.nextBoolean() ? 60_000 : 2_000));
    }

    private CollateralMoved deposit(String account, long amount) {
        return new CollateralMoved(next(), "t" + offset, account, TransferKind.DEPOSIT, amount);
    }

    /** Telemetry of a period that is over, or nearly; providers deliver a part, all or nothing. */
    private DemandRealised demand() {
        TreeMap<String, Double> delivered = new TreeMap<>();
        for (String provider : new String[] {"p1", "p2"}) {
            if (random.nextInt(4) > 0) {
                double units = random.nextInt(3) == 0 ? 1_000 : random.nextInt(40);
                delivered.put(provider, random.nextInt(30) == 0 ? Double.NaN : units);
            }
        }
        long period = RandomRules.PERIOD;
        long start = (Math.floorDiv(time, period) - random.nextInt(3)) * period;
        double used = random.nextInt(12) == 0 ? Double.NaN : 500 + random.nextInt(600);
        return new DemandRealised(next(), pick(MARKETS), start, period, used, 1000, delivered);
    }

    private int who() {
        return random.nextInt(15) == 0 ? random.nextInt(ACCOUNTS.length) : random.nextInt(6);
    }

    private Side side(int who) {
        if (random.nextInt(12) == 0 || who > 3) {
            return pick(Side.values());
        }
        return who < 2 ? Side.SELL : Side.BUY;
    }

    private String contract() {
        if (random.nextInt(60) == 0) {
            return random.nextBoolean() ? null : "nonsense";
        }
        int ahead = random.nextInt(5) == 0 ? random.nextInt(5) : 1;
        long period = RandomRules.PERIOD;
        long start = (Math.floorDiv(time + 2 * RandomRules.GATE, period) + ahead) * period;
        String market = MARKETS[random.nextInt(4) == 0 ? 0 : 1];
        return new ContractCode(market, start, period).toString();
    }

    /** Some ids are used again. */
    private String id() {
        int kind = random.nextInt(60);
        return kind == 0 ? null : kind < 6 ? "o" + random.nextInt(20) : "n" + offset;
    }

    private long limit() {
        if (random.nextInt(90) == 0) {
            return pick(new Long[] {Long.MIN_VALUE, -2L, 0L, Long.MAX_VALUE});
        }
        return 2 * (centre / 2 + random.nextInt(21) - 10) + random.nextInt(30) / 29;
    }

    LogPosition next() {
        return new LogPosition(time, "afm.orders", 0, offset++);
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T maybe(T value) {
        return random.nextInt(80) == 0 ? null : value;
    }
}
