package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TimeInForce;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A seeded flow of order commands: 60 % new limit orders, 20 % cancels, 15 % replaces, 5 % market
 * orders. A third of the limit orders rest away from the price; cancels and replaces are of these,
 * so that as many rest at the end as at the beginning. The others cross, and trade at the next
 * call.
 */
final class OrderFlow {
    private static final double NEW = 0.60;
    private static final double CANCEL = 0.20;
    private static final double REPLACE = 0.15;

    private static final int LARGEST_ORDER_LOTS = 20;
    private static final int CROSSING_TICKS = 20;
    private static final int AWAY_FROM_TICKS = 40;
    private static final int AWAY_TO_TICKS = 100;
    private static final Instant NEVER = Instant.EPOCH;

    private final FlowMarket market;
    private final SplittableRandom random;
    private final int accounts;
    private final RestingPool resting;
    private long commands;

    OrderFlow(FlowMarket market) {
        FlowShape shape = market.shape();
        this.market = market;
        this.random = new SplittableRandom(shape.seed());
        this.accounts = shape.accounts();
        this.resting = new RestingPool(shape.restingOrders());
    }

    /** Returns an order that rests away from the price. */
    OrderCommand rest() {
        int contract = market.draw(random);
        int account = random.nextInt(accounts);
        long lots = lots();
        long id = commands++;
        resting.add(contract, account, id);
        return order(contract, account, id, lots, away(FlowMarket.buys(contract, account)));
    }

    /** Returns the next command. */
    OrderCommand next() {
        double kind = random.nextDouble();
        if (kind < NEW) {
            return random.nextDouble() < CANCEL / NEW ? rest() : cross();
        }
        if (kind < NEW + CANCEL + REPLACE) {
            int victim = victim();
            if (victim >= 0) {
                return kind < NEW + CANCEL ? cancel(victim) : replace(victim);
            }
        }
        return trade();
    }

    /** Returns which resting order is next to go, -1 if none is open. */
    private int victim() {
        while (resting.size() > 0) {
            int victim = random.nextInt(resting.size());
            if (market.isOpen(resting.contract(victim))) {
                return victim;
            }
            resting.remove(victim);
        }
        return -1;
    }

    private OrderCommand cross() {
        int contract = market.draw(random);
        int account = random.nextInt(accounts);
        int past = random.nextInt(CROSSING_TICKS + 1);
        long limit = FlowMarket.PRICE_TICKS + (FlowMarket.buys(contract, account) ? past : -past);
        return order(contract, account, commands++, lots(), limit);
    }

    private OrderCommand order(int contract, int account, long id, long lots, long limit) {
        return command(
                contract,
                account,
                id,
                OrderAction.NEW,
                "",
                side(contract, account),
                OrderType.LIMIT,
                TimeInForce.GTC,
                lots,
                limit);
    }

    private OrderCommand trade() {
        int contract = market.draw(random);
        int account = random.nextInt(accounts);
        return command(
                contract,
                account,
                commands++,
                OrderAction.NEW,
                "",
                side(contract, account),
                OrderType.MARKET,
                TimeInForce.IOC,
                lots(),
                0);
    }

    private OrderCommand cancel(int victim) {
        OrderCommand command =
                command(
                        resting.contract(victim),
                        resting.account(victim),
                        commands++,
                        OrderAction.CANCEL,
                        name(resting.id(victim)),
                        OrderSide.UNKNOWN,
                        OrderType.UNKNOWN,
                        TimeInForce.UNKNOWN,
                        0,
                        0);
        resting.remove(victim);
        return command;
    }

    private OrderCommand replace(int victim) {
        int contract = resting.contract(victim);
        int account = resting.account(victim);
        long id = commands++;
        OrderCommand command =
                command(
                        contract,
                        account,
                        id,
                        OrderAction.REPLACE,
                        name(resting.id(victim)),
                        OrderSide.UNKNOWN,
                        OrderType.UNKNOWN,
                        TimeInForce.UNKNOWN,
                        lots(),
                        away(FlowMarket.buys(contract, account)));
        resting.rename(victim, id);
        return command;
    }

    private OrderCommand command(
            int contract,
            int account,
            long id,
            OrderAction action,
            String original,
            OrderSide side,
            OrderType type,
            TimeInForce timeInForce,
            long lots,
            long limit) {
        return new OrderCommand(
                market.account(contract, account),
                name(id),
                market.contract(contract),
                action,
                original,
                side,
                type,
                timeInForce,
                lots,
                limit,
                0,
                NEVER);
    }

    /** Returns which command of its flow, counted from 0, has a client order id. */
    static long number(String clientOrderId) {
        return Long.parseLong(clientOrderId, Character.MAX_RADIX);
    }

    private static String name(long id) {
        return Long.toString(id, Character.MAX_RADIX);
    }

    private static OrderSide side(int contract, int account) {
        return FlowMarket.buys(contract, account) ? OrderSide.BUY : OrderSide.SELL;
    }

    private long lots() {
        return 1 + random.nextInt(LARGEST_ORDER_LOTS);
    }

    private long away(boolean buys) {
        int distance = AWAY_FROM_TICKS + random.nextInt(AWAY_TO_TICKS - AWAY_FROM_TICKS);
        return FlowMarket.PRICE_TICKS + (buys ? -distance : distance);
    }
}
