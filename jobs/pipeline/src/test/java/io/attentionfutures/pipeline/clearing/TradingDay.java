package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.Account;
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
import java.util.Random;

/** Some hours of events in several segments, the same for the same seed. In log order. */
final class TradingDay {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long START = 490_000 * HOUR;
    static final List<String> SEGMENTS = List.of("EUW1", "USE1", "APS1", "EUN1", "USW2");

    private static final int HOURS = 6;
    private static final int ORDERS = 1_200;
    private static final int ACCOUNTS = 8;

    private final Random random;
    private final List<SegmentEvent> events = new ArrayList<>();
    private long offset;

    private TradingDay(long seed) {
        random = new Random(seed);
    }

    static List<SegmentEvent> events(long seed) {
        TradingDay day = new TradingDay(seed);
        for (String segment : SEGMENTS) {
            day.open(segment);
        }
        for (int i = 0; i < ORDERS; i++) {
            day.command(i);
        }
        day.events.sort(Comparator.comparing(routed -> routed.event().position()));
        return day.events;
    }

    static long end() {
        return START + HOURS * HOUR;
    }

    static String market(String segment) {
        return "H100." + segment;
    }

    private LogPosition at(long timeMillis, String topic) {
        return new LogPosition(timeMillis, topic, random.nextInt(3), offset++);
    }

    private void open(String segment) {
        add(
                segment,
                new MarketEvent.SpecificationChanged(
                        at(START, "afm.contracts"),
                        ReferenceDataConverters.specification(
                                Values.specification(market(segment)).build())));
        for (int i = 0; i < ACCOUNTS; i++) {
            Role role = i % 2 == 0 ? Role.CONSUMER : Role.PROVIDER;
            add(
                    segment,
                    new MarketEvent.AccountChanged(
                            at(START, "afm.accounts"), new Account("account-" + i, role, true, 1)));
        }
        for (int hour = 0; hour < HOURS; hour++) {
            add(segment, forecast(segment, hour));
        }
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
        long time = START + 1 + (long) (random.nextDouble() * (HOURS * HOUR - 1));
        // Some orders at the very moment of a call.
        time -= time % (10 * MINUTE) < MINUTE ? time % (10 * MINUTE) : 0;
        long delivery = (Math.floorDiv(time, HOUR) + 1 + random.nextInt(5)) * HOUR;
        String contract =
                new io.attentionfutures.market.ContractCode(market(segment), delivery, HOUR)
                        .toString();
        String account = "account-" + random.nextInt(ACCOUNTS + 1);
        String id = "o" + number;
        LogPosition position = at(time, "afm.orders");
        long limit = 100 + random.nextInt(200);
        long lots = 1 + random.nextInt(20);
        String earlier = "o" + random.nextInt(number + 1);
        MarketEvent command =
                switch (random.nextInt(8)) {
                    case 0 -> new MarketEvent.CancelOrder(position, account, id, contract, earlier);
                    case 1 ->
                            new MarketEvent.ReplaceOrder(
                                    position, account, id, contract, earlier, lots, limit);
                    default ->
                            new MarketEvent.NewOrder(
                                    position,
                                    account,
                                    id,
                                    contract,
                                    random.nextBoolean() ? Side.BUY : Side.SELL,
                                    random.nextInt(10) == 0 ? OrderType.MARKET : OrderType.LIMIT,
                                    random.nextInt(10) == 0 ? TimeInForce.IOC : TimeInForce.GTC,
                                    lots,
                                    limit);
                };
        add(segment, command);
    }

    private void add(String segment, MarketEvent event) {
        events.add(new SegmentEvent(segment, event));
    }

    /** The clock's steps: irregular, some of them right at calls. */
    static List<Long> watermarks(long seed) {
        Random random = new Random(seed);
        long[] steps = new long[40];
        for (int i = 0; i < steps.length; i++) {
            long time = START + (long) (random.nextDouble() * HOURS * HOUR);
            steps[i] = i % 3 == 0 ? time - time % (10 * MINUTE) - i % 2 : time;
        }
        steps[0] = end();
        Arrays.sort(steps);
        return Arrays.stream(steps).boxed().toList();
    }
}
