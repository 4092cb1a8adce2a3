package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random stream of events of two markets over some hours, sound and unsound commands alike. */
final class RandomCommands {
    private static final String[] MARKETS = {"H100.EUW1", "A100.EUW1"};
    private static final String[] ACCOUNTS = {"p1", "p2", "c1", "c2", "i1", "reg", "off", "none"};
    private static final long HALF_HOUR = 30 * Exchange.MINUTE;

    private final Random random;
    private final List<NewOrder> entered = new ArrayList<>();
    private long time = Exchange.NOON;
    private long offset;

    private RandomCommands(long seed) {
        random = new Random(seed);
    }

    static List<MarketEvent> of(long seed, int count) {
        RandomCommands commands = new RandomCommands(seed);
        List<MarketEvent> events = new ArrayList<>();
        commands.openMarkets(events);
        for (int i = 0; i < count; i++) {
            events.add(commands.event());
        }
        return events;
    }

    private void openMarkets(List<MarketEvent> events) {
        for (String market : MARKETS) {
            events.add(new SpecificationChanged(next(), specification(market)));
        }
        Role[] roles = {
            Role.PROVIDER,
            Role.PROVIDER,
            Role.CONSUMER,
            Role.CONSUMER,
            Role.INVESTOR,
            Role.REGULATOR,
            Role.CONSUMER
        };
        for (int i = 0; i < roles.length; i++) {
            boolean active = !ACCOUNTS[i].equals("off");
            events.add(
                    new AccountChanged(next(), new Account(ACCOUNTS[i], roles[i], active, 1 + i)));
        }
    }

    private ContractSpecification specification(String market) {
        return Specifications.with(
                s -> {
                    s.market = market;
                    s.periodMillis = HALF_HOUR;
                    s.gateClosureMillis = gate();
                    s.listingHorizon = 1 + random.nextInt(3);
                    s.maximumOrderLots = 50;
                    s.freezeMillis = random.nextBoolean() ? 5_000 : 0;
                    s.priceIncrementTicks = 1 + random.nextInt(2);
                    s.bandFloorTicks = 20;
                    s.bandFraction = 0.2;
                    s.protectionTicks = 15;
                    s.referenceStepTicks = 30;
                    s.openingReferenceTicks = random.nextInt(4) == 0 ? -1 : 200;
                    s.forecastStaleMillis = Exchange.HOUR;
                    s.marketStaleMillis = Exchange.HOUR;
                    s.allocationProfile = pick(AllocationProfile.values());
                    s.selfTradePrevention = pick(SelfTradePrevention.values());
                });
    }

    private MarketEvent event() {
        time += random.nextInt(6) == 0 ? random.nextInt(150_000) : random.nextInt(9_000);
        int what = random.nextInt(100);
        if (what < 1) {
            return new SpecificationChanged(next(), specification(pick(MARKETS)));
        }
        if (what < 2) {
            return new AccountChanged(
                    next(),
                    new Account(pick(ACCOUNTS), pick(Role.values()), random.nextInt(4) > 0, 3));
        }
        if (what < 5) {
            return forecast();
        }
        if (what < 30 && !entered.isEmpty()) {
            return onEarlierOrder();
        }
        NewOrder order =
                new NewOrder(
                        next(),
                        account(),
                        id(),
                        contract(),
                        maybe(pick(Side.values())),
                        maybe(random.nextInt(5) == 0 ? OrderType.MARKET : OrderType.LIMIT),
                        maybe(random.nextInt(4) == 0 ? TimeInForce.IOC : TimeInForce.GTC),
                        random.nextInt(52),
                        limit());
        entered.add(order);
        return order;
    }

    /** Cancels or replaces one of the last orders, whatever became of it. */
    private MarketEvent onEarlierOrder() {
        int back = 1 + random.nextInt(Math.min(20, entered.size()));
        NewOrder order = entered.get(entered.size() - back);
        if (random.nextBoolean()) {
            return new CancelOrder(
                    next(), order.account(), "x", order.contract(), order.clientOrderId());
        }
        String id = id();
        long lots = random.nextInt(52);
        long limit = random.nextBoolean() ? order.limitTicks() : limit();
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
                        order.side(),
                        order.type(),
                        order.timeInForce(),
                        lots,
                        limit));
        return replace;
    }

    private String account() {
        return random.nextInt(12) == 0 ? pick(ACCOUNTS) : ACCOUNTS[random.nextInt(5)];
    }

    private ForecastArrived forecast() {
        double[] mean = new double[4];
        double[] deviation = new double[4];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = random.nextInt(30) == 0 ? Double.NaN : 500 + random.nextInt(400);
            deviation[i] = random.nextInt(200);
        }
        boolean quantiles = random.nextBoolean();
        return new ForecastArrived(
                next(),
                pick(MARKETS),
                Math.floorDiv(time, HALF_HOUR) * HALF_HOUR,
                HALF_HOUR,
                1000,
                mean,
                deviation,
                quantiles ? new double[] {0.1, 0.5, 0.9} : new double[0],
                quantiles ? new double[][] {{600, 700, 800}, {700, 800, 950}} : new double[0][]);
    }

    private String contract() {
        if (random.nextInt(40) == 0) {
            return random.nextBoolean() ? null : "nonsense";
        }
        int ahead = random.nextInt(12) == 0 ? random.nextInt(5) : 1;
        long start = (Math.floorDiv(time + gate(), HALF_HOUR) + ahead) * HALF_HOUR;
        return new ContractCode(pick(MARKETS), start, HALF_HOUR).toString();
    }

    private static long gate() {
        return 5 * Exchange.MINUTE;
    }

    /** Some ids are used again. */
    private String id() {
        int kind = random.nextInt(50);
        return kind == 0 ? null : kind < 6 ? "o" + random.nextInt(20) : "n" + offset;
    }

    private long limit() {
        return 2 * (84 + random.nextInt(32)) + random.nextInt(20) / 19;
    }

    private LogPosition next() {
        return new LogPosition(time, "afm.orders", 0, offset++);
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T maybe(T value) {
        return random.nextInt(60) == 0 ? null : value;
    }
}
