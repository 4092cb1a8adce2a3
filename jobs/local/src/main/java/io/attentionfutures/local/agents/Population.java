package io.attentionfutures.local.agents;

import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.Role;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.OrderSide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A seeded population of participants. What they order for a contract is a function of the seed,
 * the trace and the contract's listing alone, never of outcomes, so that a run can be repeated to
 * the byte.
 *
 * <ul>
 *   <li>Three providers offer the market's capacity in ladders: most of it near marginal cost, the
 *       last of it dear.
 *   <li>Each tenant bids for what it needs in three tranches of falling value, on an uncertain view
 *       of its need, and corrects the quantity as delivery comes near.
 *   <li>Two investors quote around a seasonal view of the price, one with early buys, one with
 *       early sells.
 * </ul>
 */
public final class Population {
    private static final String[] PROVIDERS = {"provider-north", "provider-south", "provider-west"};
    private static final double[] PROVIDER_SHARES = {0.5, 0.3, 0.2};
    private static final double[] LADDER_SHARES = {0.4, 0.3, 0.2, 0.1};
    private static final double[] LADDER_COSTS = {1.0, 1.5, 2.4, 3.6};
    private static final String[] INVESTORS = {"investor-alpha", "investor-beta"};
    private static final double NEED_UNCERTAINTY = 0.25;

    private final long seed;
    private final TenantNeeds needs;

    public Population(long seed, TenantNeeds needs) {
        this.seed = seed;
        this.needs = needs;
    }

    /** Returns who takes part, besides the tenants. */
    public Map<String, Role> tradersBesides() {
        Map<String, Role> accounts = new LinkedHashMap<>();
        for (String provider : PROVIDERS) {
            accounts.put(provider, Role.PROVIDER);
        }
        for (String investor : INVESTORS) {
            accounts.put(investor, Role.INVESTOR);
        }
        return accounts;
    }

    /**
     * Returns what everybody orders for a contract, in no particular order.
     *
     * @param listedMillis when it is listed
     * @param gateMillis when it closes for trading
     */
    public List<TimedCommand> orders(
            ContractCode contract,
            ContractSpecification specification,
            long listedMillis,
            long gateMillis) {
        List<TimedCommand> commands = new ArrayList<>();
        if (gateMillis - listedMillis < 10
                || !needs.covers(contract.market(), contract.startMillis())) {
            return commands;
        }
        Prices prices = new Prices(specification);
        double capacityLots =
                needs.capacity(contract.market(), contract.startMillis())
                        / specification.getLotSize();
        for (int i = 0; i < PROVIDERS.length; i++) {
            offer(
                    new ContractRandom(seed, contract, PROVIDERS[i]),
                    new OrderWriter(PROVIDERS[i], contract, listedMillis, gateMillis, commands),
                    prices,
                    capacityLots * PROVIDER_SHARES[i]);
        }
        for (Map.Entry<String, Double> tenant :
                new TreeMap<>(needs.of(contract.market(), contract.startMillis())).entrySet()) {
            bid(
                    new ContractRandom(seed, contract, tenant.getKey()),
                    new OrderWriter(tenant.getKey(), contract, listedMillis, gateMillis, commands),
                    prices,
                    tenant.getValue() / specification.getLotSize());
        }
        for (int i = 0; i < INVESTORS.length; i++) {
            quote(
                    new ContractRandom(seed, contract, INVESTORS[i]),
                    new OrderWriter(INVESTORS[i], contract, listedMillis, gateMillis, commands),
                    prices,
                    capacityLots * 0.01,
                    i == 0);
        }
        return commands;
    }

    private static void offer(
            ContractRandom random, OrderWriter writer, Prices prices, double capacityLots) {
        double moment = random.between(0, 0.15);
        for (int rung = 0; rung < LADDER_SHARES.length; rung++) {
            long lots = random.wholeLots(capacityLots * LADDER_SHARES[rung]);
            double cost = LADDER_COSTS[rung] * random.between(0.94, 1.06);
            if (lots > 0) {
                writer.limit(moment, OrderSide.SELL, lots, prices.timesMarginalCost(cost));
            }
        }
    }

    private static void bid(
            ContractRandom random, OrderWriter writer, Prices prices, double needLots) {
        long needed = random.wholeLots(needLots);
        long expected =
                random.wholeLots(needLots * StrictMath.exp(NEED_UNCERTAINTY * random.deviate()));
        long urgent = expected / 2;
        long normal = expected * 3 / 10;
        long spare = expected - urgent - normal;
        if (urgent > 0) {
            writer.limit(
                    random.between(0.02, 0.4),
                    OrderSide.BUY,
                    urgent,
                    prices.timesMarginalCost(random.between(3, 4.5)));
        }
        long normalLimit = prices.timesMarginalCost(random.between(1.7, 3.2));
        String normalOrder =
                normal == 0
                        ? null
                        : writer.limit(
                                random.between(0.05, 0.6), OrderSide.BUY, normal, normalLimit);
        String spareOrder =
                spare == 0
                        ? null
                        : writer.limit(
                                random.between(0.05, 0.6),
                                OrderSide.BUY,
                                spare,
                                prices.timesMarginalCost(random.between(0.8, 1.8)));
        double late = random.between(0.65, 0.97);
        if (needed > expected) {
            writer.market(late, OrderSide.BUY, needed - expected);
        } else if (spareOrder != null && expected - needed >= spare) {
            writer.cancel(late, spareOrder);
        } else if (normalOrder != null && random.chance(0.2)) {
            writer.replace(
                    late,
                    normalOrder,
                    normal,
                    prices.between(normalLimit, prices.timesMarginalCost(3.4)));
        }
    }

    private static void quote(
            ContractRandom random,
            OrderWriter writer,
            Prices prices,
            double lots,
            boolean buysFirst) {
        long size = Math.max(1, random.wholeLots(lots));
        double view = random.between(1.5, 2.4);
        double first = random.between(0.1, 0.45);
        double second = random.between(0.5, 0.9);
        long bid = prices.timesMarginalCost(view * 0.88);
        long ask = prices.timesMarginalCost(view * 1.12);
        writer.limit(buysFirst ? first : second, OrderSide.BUY, size, bid);
        writer.limit(buysFirst ? second : first, OrderSide.SELL, size, ask);
    }

    /** Limits that the market admits. */
    private record Prices(ContractSpecification specification) {
        long timesMarginalCost(double factor) {
            return admissible(Math.round(factor * specification.getMarginalCostTicks()));
        }

        long between(long low, long high) {
            return admissible((low + high) / 2);
        }

        private long admissible(long ticks) {
            long increment = specification.getPriceIncrementTicks();
            long rounded = Math.floorDiv(ticks, increment) * increment;
            return Math.max(
                    specification.getFloorTicks(), Math.min(specification.getCapTicks(), rounded));
        }
    }
}
