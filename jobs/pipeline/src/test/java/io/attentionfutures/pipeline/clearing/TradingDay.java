package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.testing.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Some hours of events in several segments and the hours after them until all that was traded is
 * delivered and settled; the same for the same seed. In log order. All segments but one ask for
 * collateral.
 */
final class TradingDay {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long START = 490_000 * HOUR;
    static final List<String> SEGMENTS = List.of("EUW1", "USE1", "APS1", "EUN1", "USW2");
    static final String ON_CREDIT = "EUN1";
    static final int HOURS = 6;

    /** Contracts that trade at once, as the plain specification says. */
    static final int HORIZON = 4;

    static final int ACCOUNTS = 8;

    private static final int ORDERS = 1_500;

    private final Random random;
    private final List<SegmentEvent> events = new ArrayList<>();
    private final Map<String, List<MarketEvent.NewOrder>> entered = new TreeMap<>();
    private long offset;

    private TradingDay(long seed) {
        random = new Random(seed);
    }

    static List<SegmentEvent> events(long seed) {
        TradingDay day = new TradingDay(seed);
        DayRecords records = new DayRecords(day);
        for (String segment : SEGMENTS) {
            day.open(segment);
            records.add(segment);
        }
        for (int i = 0; i < ORDERS; i++) {
            day.command(i);
        }
        day.events.sort(Comparator.comparing(routed -> routed.event().position()));
        return day.events;
    }

    /** Every contract that ever traded is settled by then; nobody reports telemetry any more. */
    static long end() {
        return START + (HOURS + HORIZON + 2) * HOUR + 40 * MINUTE;
    }

    static String market(String segment) {
        return "H100." + segment;
    }

    /** The contract that is delivered some hours after the start. */
    static String contract(String segment, long hours) {
        return new ContractCode(market(segment), START + hours * HOUR, HOUR).toString();
    }

    LogPosition at(long timeMillis, String topic) {
        return new LogPosition(timeMillis, topic, random.nextInt(3), offset++);
    }

    Random random() {
        return random;
    }

    void add(String segment, MarketEvent event) {
        events.add(new SegmentEvent(segment, event));
    }

    private void open(String segment) {
        add(
                segment,
                new MarketEvent.SpecificationChanged(
                        at(START, "afm.contracts"),
                        ReferenceDataConverters.specification(
                                Values.specification(market(segment))
                                        .setCollateralised(!segment.equals(ON_CREDIT))
                                        .setDeliveryVerified(true)
                                        .setFeePerLot(1)
                                        .setMarginCallMillis(10 * MINUTE)
                                        .build())));
        for (int i = 0; i < ACCOUNTS; i++) {
            TreeMap<String, Long> verified = new TreeMap<>();
            if (role(i) == Role.PROVIDER) {
                verified.put(market(segment), 200L);
            }
            account(segment, new Account("account-" + i, role(i), true, 1, i == 6, verified));
        }
        account(segment, new Account("authority", Role.REGULATOR, true, 1));
        for (int hour = 0; hour < HOURS; hour++) {
            add(segment, forecast(segment, hour));
        }
    }

    private static Role role(int account) {
        return account == 4 ? Role.INVESTOR : account % 2 == 0 ? Role.CONSUMER : Role.PROVIDER;
    }

    private void account(String segment, Account account) {
        add(segment, new MarketEvent.AccountChanged(at(START, "afm.accounts"), account));
    }

    private MarketEvent forecast(String segment, int hour) {
        long asOf = START + hour * HOUR;
        double[] mean = new double[24];
        double[] deviation = new double[24];
        double[][] quantiles = new double[24][];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = 60 + random.nextInt(50);
            deviation[i] = 5;
            quantiles[i] = new double[] {mean[i] - 10, mean[i], mean[i] + 10};
        }
        return new MarketEvent.ForecastArrived(
                new LogPosition(asOf + MINUTE, "afm.forecasts/" + market(segment), 0, asOf),
                market(segment),
                asOf,
                HOUR,
                100,
                mean,
                deviation,
                new double[] {0.1, 0.5, 0.9},
                quantiles);
    }

    private void command(int number) {
        String segment = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
        List<MarketEvent.NewOrder> orders =
                entered.computeIfAbsent(segment, s -> new ArrayList<>());
        int kind = random.nextInt(10);
        if (kind < 2 && !orders.isEmpty()) {
            add(segment, later(orders.get(random.nextInt(orders.size())), "o" + number, kind));
            return;
        }
        long time = START + 1 + (long) (random.nextDouble() * (HOURS * HOUR - 1));
        // Some orders at the very moment of a call.
        time -= time % (10 * MINUTE) < MINUTE ? time % (10 * MINUTE) : 0;
        long hours = (time - START) / HOUR + 1 + random.nextInt(HORIZON + 1);
        int who = random.nextInt(20) == 0 ? ACCOUNTS : random.nextInt(ACCOUNTS);
        String account = "account-" + who;
        boolean usual = random.nextInt(10) > 0 && role(who) != Role.INVESTOR;
        boolean buys = usual ? role(who) == Role.CONSUMER : random.nextBoolean();
        Side side = buys ? Side.BUY : Side.SELL;
        long lots = 1 + random.nextInt(40);
        long limit = 200 + random.nextInt(60) - 30 + side.sign() * 10L;
        if (kind == 2) {
            add(
                    segment,
                    new MarketEvent.NewBlockOrder(
                            at(time, "afm.orders"),
                            account,
                            "o" + number,
                            contract(segment, hours),
                            side,
                            2 + random.nextInt(2),
                            lots,
                            limit + side.sign() * 20L));
            return;
        }
        MarketEvent.NewOrder order =
                new MarketEvent.NewOrder(
                        at(time, "afm.orders"),
                        account,
                        "o" + number,
                        contract(segment, hours),
                        side,
                        random.nextInt(10) == 0 ? OrderType.MARKET : OrderType.LIMIT,
                        TimeInForce.values()[random.nextInt(TimeInForce.values().length)],
                        lots,
                        limit,
                        time + random.nextInt(40) * MINUTE);
        orders.add(order);
        add(segment, order);
        if (number % 20 == 0) {
            add(segment, again(order));
        }
    }

    /** Cancels or replaces an order, whatever became of it by then. */
    private MarketEvent later(MarketEvent.NewOrder order, String id, int kind) {
        long time = order.position().timeMillis() + 1 + random.nextInt((int) (20 * MINUTE));
        LogPosition position = at(time, "afm.orders");
        return kind == 0
                ? new MarketEvent.CancelOrder(
                        position, order.account(), id, order.contract(), order.clientOrderId())
                : new MarketEvent.ReplaceOrder(
                        position,
                        order.account(),
                        id,
                        order.contract(),
                        order.clientOrderId(),
                        1 + random.nextInt(40),
                        order.limitTicks());
    }

    /** The same command sent twice, as a client does that saw no answer. */
    private MarketEvent again(MarketEvent.NewOrder order) {
        return new MarketEvent.NewOrder(
                at(order.position().timeMillis(), "afm.orders"),
                order.account(),
                order.clientOrderId(),
                order.contract(),
                order.side(),
                order.type(),
                order.timeInForce(),
                order.lots(),
                order.limitTicks(),
                order.expiresMillis());
    }

    /** The clock's steps: irregular, some of them right at calls. */
    static List<Long> watermarks(long seed) {
        Random random = new Random(seed);
        long[] steps = new long[60];
        for (int i = 0; i < steps.length; i++) {
            long time = START + (long) (random.nextDouble() * (end() - START));
            steps[i] = i % 3 == 0 ? time - time % (10 * MINUTE) - i % 2 : time;
        }
        steps[0] = end();
        Arrays.sort(steps);
        return Arrays.stream(steps).boxed().toList();
    }
}
