package io.attentionfutures.local.simulation;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** One participant's way into the market: its orders, executions, positions and cash. */
public final class Desk {
    /** A limit that stands for a market order. */
    static final long MARKET = -1;

    private final SimulatedExchange exchange;
    private final String account;
    private final Map<String, OwnOrder> open = new HashMap<>();
    private long[] position = new long[256];
    private long[] cash = new long[256];
    private long nextId;
    private long rejected;

    Desk(SimulatedExchange exchange, String account) {
        this.exchange = exchange;
        this.account = account;
    }

    /** Enters a limit order that rests until it is filled, cancelled or its gate closes. */
    public OwnOrder limit(ContractView contract, Side side, long lots, long limitTicks) {
        return enter(
                contract, side, lots, SimulatedExchange.admissible(limitTicks), TimeInForce.GTC);
    }

    /** Enters a limit order for the next call only. */
    public OwnOrder once(ContractView contract, Side side, long lots, long limitTicks) {
        return enter(
                contract, side, lots, SimulatedExchange.admissible(limitTicks), TimeInForce.IOC);
    }

    /** Enters a market order for the next call only. */
    public OwnOrder market(ContractView contract, Side side, long lots) {
        return enter(contract, side, lots, MARKET, TimeInForce.IOC);
    }

    private OwnOrder enter(
            ContractView contract, Side side, long lots, long limitTicks, TimeInForce life) {
        OwnOrder order = new OwnOrder(newId(), contract, side, lots, limitTicks);
        open.put(order.id, order);
        exchange.enter(account, order, life);
        return order;
    }

    /**
     * Changes an open order to new remaining lots and a new limit; does nothing if it is closed.
     */
    public void replace(OwnOrder order, long leavesLots, long limitTicks) {
        long limit = SimulatedExchange.admissible(limitTicks);
        if (!order.open || (order.leavesLots == leavesLots && order.limitTicks == limit)) {
            return;
        }
        String id = newId();
        open.put(id, order);
        exchange.replace(account, order, id, order.filledLots + leavesLots, limit);
    }

    /** Cancels an order; does nothing if it is closed. */
    public void cancel(OwnOrder order) {
        if (order != null && order.open) {
            exchange.cancel(account, order, newId());
        }
    }

    /** Net lots of a delivery hour, long positive. */
    public long position(int hour) {
        return hour < position.length ? position[hour] : 0;
    }

    /** Money received less money paid for a delivery hour's lots, in ticks times lots. */
    public long cash(int hour) {
        return hour < cash.length ? cash[hour] : 0;
    }

    /** Commands that the market refused. */
    public long rejected() {
        return rejected;
    }

    private String newId() {
        return Long.toString(nextId++, 36);
    }

    void entered(String id) {
        OwnOrder order = open.get(id);
        if (order != null) {
            order.id = id;
        }
    }

    void replaced(String oldId, String id, long leavesLots, long limitTicks) {
        OwnOrder order = open.remove(oldId);
        order.id = id;
        order.leavesLots = leavesLots;
        order.limitTicks = limitTicks;
    }

    void refused(String id, boolean isNew) {
        rejected++;
        OwnOrder order = open.remove(id);
        if (order != null && isNew) {
            order.open = false;
            order.leavesLots = 0;
        }
    }

    void filled(String id, long lots, long ticks, long leavesLots) {
        OwnOrder order = open.get(id);
        int hour = order.contract.hour();
        if (hour >= position.length) {
            position = Arrays.copyOf(position, hour + 256);
            cash = Arrays.copyOf(cash, hour + 256);
        }
        position[hour] += order.side.sign() * lots;
        cash[hour] -= order.side.sign() * lots * ticks;
        order.filledLots += lots;
        order.paidTicks += lots * ticks;
        order.leavesLots = leavesLots;
        if (leavesLots == 0) {
            ended(id);
        }
    }

    void ended(String id) {
        OwnOrder order = open.remove(id);
        if (order != null) {
            order.open = false;
            order.leavesLots = 0;
        }
    }
}
